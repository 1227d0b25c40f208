package sekisho.server.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import sekisho.server.people.PersonId;

/** The sessions of a person: to see them, and to end them from elsewhere. Any thread. */
public final class Sessions {
    private final FindByIndexNameSessionRepository<? extends Session> repository;

    Sessions(FindByIndexNameSessionRepository<? extends Session> repository) {
        this.repository = repository;
    }

    /** The one used last first; the one with the id {@code current} asks. */
    public List<OpenSession> of(PersonId person, String current) {
        return found(person).values().stream()
                .filter(session -> !session.isExpired())
                .map(session -> new OpenSession(
                        name(session.getId()),
                        session.getAttributeOrDefault(Entrance.AGENT, ""),
                        session.getCreationTime(),
                        session.getLastAccessedTime(),
                        session.getId().equals(current)))
                .sorted(Comparator.comparing(OpenSession::usedAt).reversed())
                .toList();
    }

    /** Ends a session of a person; false: there is none of that name. */
    public boolean end(PersonId person, String name) {
        for (String id : found(person).keySet()) {
            if (name(id).equals(name)) {
                repository.deleteById(id);
                return true;
            }
        }
        return false;
    }

    /** Ends all sessions of a person but one. */
    public void endAllBut(PersonId person, String current) {
        found(person).keySet().stream().filter(id -> !id.equals(current)).forEach(repository::deleteById);
    }

    /** Ends all. */
    public void endAll(PersonId person) {
        endAllBut(person, "");
    }

    private Map<String, ? extends Session> found(PersonId person) {
        return repository.findByPrincipalName(person.value().toString());
    }

    private static String name(String id) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
