package sekisho.server.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import sekisho.server.people.PersonId;

/** Lets people in and out. Any thread. */
public final class Entrance {
    private static final System.Logger LOG = System.getLogger(Entrance.class.getName());

    static final String BEGAN = "sekisho.began";
    static final String AGENT = "sekisho.agent";

    private static final int MOST_AGENT = 200;

    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final HttpSessionCsrfTokenRepository proofs = new HttpSessionCsrfTokenRepository();
    private final InstantSource clock;

    Entrance(InstantSource clock) {
        this.clock = clock;
    }

    /** A person has proved who he is: from here on this browser is his, under a new session id and a new proof. */
    public void enter(HttpServletRequest request, HttpServletResponse response, PersonId person) {
        enter(request, response, new PersonAuthentication(person));
        LOG.log(Level.INFO, "signed in: person {0}", person.value());
    }

    /** The same for anybody else who signs in: staff. */
    public void enter(HttpServletRequest request, HttpServletResponse response, Authentication who) {
        var old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        var session = request.getSession(true);
        session.setAttribute(BEGAN, clock.millis());
        String agent = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
        session.setAttribute(AGENT, agent.length() > MOST_AGENT ? agent.substring(0, MOST_AGENT) : agent);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(who);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        proofs.saveToken(null, request, response);
    }

    /** The session ends. */
    public void leave(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        PersonId person = PersonId.signedIn(request.getUserPrincipal());
        if (person != null) {
            LOG.log(Level.INFO, "signed out: person {0}", person.value());
        }
        SecurityContextHolder.clearContext();
    }
}
