package sekisho.server.door;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.gateway.Gateway;
import sekisho.server.ServerSettings;
import sekisho.server.budget.SameTime;
import sekisho.server.founding.Books;
import sekisho.server.history.Links;
import sekisho.server.linking.AccountTokens;
import sekisho.server.linking.LinkKey;
import sekisho.server.linking.SupportedBanks;

/** The door as beans. */
@Configuration(proxyBeanMethods = false)
class DoorConfiguration {
    private static final Duration STEP = Duration.ofMillis(250);

    @Bean
    @ConditionalOnProperty("sekisho.linking.operator")
    DoorRedirect doorRedirect(
            SupportedBanks banks, ServerSettings settings, Environment environment, InstantSource clock) {
        @Nullable URI url = settings.publicUrl();
        Supplier<URI> issuer = () -> url != null
                ? url
                : URI.create("http://localhost:" + environment.getRequiredProperty("local.server.port"));
        String operator = environment.getRequiredProperty("sekisho.linking.operator");
        return new DoorRedirect(issuer, operator, banks, LinkKey.in(settings.keys()), clock);
    }

    @Bean
    @DependsOnDatabaseInitialization
    DoorVisits doorVisits(JdbcClient jdbc, InstantSource clock) {
        return new DoorVisits(jdbc, clock);
    }

    @Bean
    DoorClaims doorClaims(DoorVisits visits) {
        return new DoorClaims(visits);
    }

    /** Without a redirect to banks nobody can prove anything, and the page says so. */
    @Bean
    Door door(
            ObjectProvider<DoorRedirect> redirect,
            DoorVisits visits,
            SupportedBanks banks,
            Gateway gateway,
            Books books,
            InstantSource clock) {
        return new Door(redirect.getIfAvailable(), visits, banks, gateway, books, clock);
    }

    @Bean
    LinkedFrom linkedFrom(AccountTokens tokens, Links links, JdbcClient jdbc) {
        return new LinkedFrom(tokens, links, jdbc);
    }

    /** Outside of everything else: what takes time behind it, sessions too, is not seen. */
    @Bean
    FilterRegistrationBean<SameTime> sameTime(Environment environment) {
        Duration step = environment.getProperty("sekisho.door.same-time", Duration.class, STEP);
        var registration = new FilterRegistrationBean<>(new SameTime(step));
        registration.addUrlPatterns("/door/return", "/link/return", "/link/return/fapi/*", "/links/waiting/*");
        registration.setOrder(SameTime.ORDER);
        return registration;
    }
}
