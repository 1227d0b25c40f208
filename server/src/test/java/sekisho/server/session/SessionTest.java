package sekisho.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import sekisho.server.testing.Person;
import sekisho.server.testing.RunningServer;
import sekisho.server.testing.SharedServer;
import sekisho.server.testing.WebClient;

@ExtendWith(SharedServer.class)
final class SessionTest {
    private static final String COOKIE = SessionConfiguration.COOKIE;

    private final RunningServer running;

    SessionTest(RunningServer running) {
        this.running = running;
    }

    @Test
    void theCookieIsHiddenFromScriptsAndFromOtherSites() {
        var web = new WebClient(running.server().baseUrl());
        assertThat(web.get("/sign-in").header("Set-Cookie"))
                .startsWith(COOKIE + "=")
                .contains("HttpOnly")
                .contains("SameSite=Lax")
                .contains("Path=/")
                .doesNotContain("Secure");
    }

    @Test
    void overHttpsTheCookieIsSecure() {
        var settings = new SessionConfiguration()
                .sessionSettings(
                        running.server()
                                .part(sekisho.server.ServerSettings.class)
                                .withPublicUrl(java.net.URI.create("https://wallet.example")),
                        new org.springframework.mock.env.MockEnvironment());
        assertThat(settings.secure()).isTrue();
    }

    @Test
    void whoComesAndGoesIsWrittenDownByANumberThatSaysNothing() {
        Person person = Person.customer(running.server());
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        var log = (Logger) LoggerFactory.getLogger(Entrance.class);
        log.setLevel(Level.INFO);
        log.addAppender(lines);
        try {
            var web = person.signIn();
            web.post(web.get("/settings"), "/sign-out", Map.of());
        } finally {
            log.detachAppender(lines);
            log.setLevel(null);
        }
        String id = person.id().value().toString();
        assertThat(lines.list.stream().map(ILoggingEvent::getFormattedMessage).filter(line -> line.contains(id)))
                .containsExactly("signed in: person " + id, "signed out: person " + id);
    }

    @Test
    void aFormWithoutProofIsRefused() {
        Person person = Person.customer(running.server());
        assertThat(person.web().postBare("/settings/devices/end-all", Map.of()).status())
                .isEqualTo(403);
        assertThat(person.web()
                        .postBare("/sign-out", Map.of("_csrf", "made-up"))
                        .status())
                .isEqualTo(403);
        assertThat(person.web().get("/home").status()).isEqualTo(200);
    }

    @Test
    void aPlantedSessionIsWorthNothingAfterSigningIn() {
        Person person = Person.customer(running.server());
        var web = new WebClient(running.server().baseUrl());
        var page = web.get("/sign-in");
        String planted = web.cookie(COOKIE);
        var done = web.post(
                page, "/sign-in", Map.of("credential", person.authenticator().get(page.options(), person.origin())));
        assertThat(done.leadsTo()).isEqualTo("/home");
        assertThat(web.cookie(COOKIE)).isNotEqualTo(planted);
        var thief = new WebClient(running.server().baseUrl());
        thief.plant(COOKIE, planted);
        assertThat(thief.get("/home").leadsTo()).isEqualTo("/sign-in");
    }

    @Test
    void endingTheOthersLeavesThisOne() {
        Person person = Person.customer(running.server());
        WebClient other = person.signIn();
        var devices = person.web().get("/settings/devices");
        person.web().post(devices, "/settings/devices/end-others", Map.of());
        assertThat(other.get("/home").leadsTo()).isEqualTo("/sign-in");
        assertThat(person.web().get("/home").status()).isEqualTo(200);
    }

    @Test
    void oneSessionCanBeEndedByName() {
        Person person = Person.customer(running.server());
        WebClient other = person.signIn();
        var devices = person.web().get("/settings/devices");
        person.web().post(devices, "/settings/devices/end", Map.of("session", devices.value("session")));
        assertThat(other.get("/home").leadsTo()).isEqualTo("/sign-in");
        assertThat(person.web().get("/home").status()).isEqualTo(200);
    }

    @Test
    void aSessionOfSomebodyElseIsNotThere() {
        Person person = Person.customer(running.server());
        Person victim = Person.customer(running.server());
        WebClient other = victim.signIn();
        String name = victim.web().get("/settings/devices").value("session");
        var devices = person.web().get("/settings/devices");
        assertThat(person.web()
                        .post(devices, "/settings/devices/end", Map.of("session", name))
                        .status())
                .isEqualTo(404);
        assertThat(other.get("/home").status()).isEqualTo(200);
    }

    @Test
    void signingOutEverywhereEndsAll() {
        Person person = Person.customer(running.server());
        WebClient other = person.signIn();
        var devices = person.web().get("/settings/devices");
        assertThat(person.web()
                        .post(devices, "/settings/devices/end-all", Map.of())
                        .leadsTo())
                .isEqualTo("/sign-in");
        assertThat(person.web().get("/home").leadsTo()).isEqualTo("/sign-in");
        assertThat(other.get("/home").leadsTo()).isEqualTo("/sign-in");
    }

    @Test
    void anIdleSessionEnds() {
        Person person = Person.customer(running.server());
        long longAgo = System.currentTimeMillis() - Duration.ofMinutes(31).toMillis();
        running.server()
                .part(JdbcClient.class)
                .sql("update session.sessions set last_access_time = :then where principal_name = :name")
                .param("then", longAgo)
                .param(
                        "name",
                        running.server()
                                .part(sekisho.server.people.People.class)
                                .byHandle(new sekisho.server.people.Handle(
                                        person.handle().substring(1)))
                                .orElseThrow()
                                .id()
                                .value()
                                .toString())
                .update();
        assertThat(person.web().get("/home").leadsTo()).isEqualTo("/sign-in");
    }

    @Test
    void aSessionEndsAfterTwelveHoursWhateverHappens() throws Exception {
        Instant began = Instant.parse("2026-11-24T00:00:00Z");
        var settings = new SessionSettings(Duration.ofMinutes(30), Duration.ofHours(12), false);
        for (var row : Map.of(Duration.ofHours(12), false, Duration.ofHours(12).plusMillis(1), true)
                .entrySet()) {
            var request = new MockHttpServletRequest();
            var session = java.util.Objects.requireNonNull(request.getSession(true));
            session.setAttribute(Entrance.BEGAN, began.toEpochMilli());
            new SessionAge(settings.longest(), () -> began.plus(row.getKey()))
                    .doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
            assertThat(request.getSession(false) == null).isEqualTo(row.getValue());
        }
    }

    @Test
    void everyPageHasItsHeaders() {
        var page = new WebClient(running.server().baseUrl()).get("/sign-in");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Permissions-Policy")).contains("geolocation=()");
    }
}
