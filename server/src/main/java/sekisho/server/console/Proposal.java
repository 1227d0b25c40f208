package sekisho.server.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.BookId;
import sekisho.protocol.Command;
import sekisho.protocol.Digest;
import sekisho.protocol.RequestId;
import sekisho.server.engine.ServerClients;
import sekisho.server.pages.Language;
import sekisho.wire.Challenge;

/**
 * A command that members of staff sign before the engine gets it.
 *
 * @param needed how many have to sign
 * @param ended null: it waits
 * @param signed in the order in which they signed
 */
record Proposal(
        RequestId id,
        Draft draft,
        int needed,
        Person by,
        Instant at,
        @Nullable String ended,
        List<Signed> signed) {
    /** How long the engine takes a request after its id was made. */
    private static final Duration VALID = Duration.ofMinutes(15);

    Proposal {
        signed = List.copyOf(signed);
    }

    /**
     * What somebody wants.
     *
     * @param place the page to go back to
     * @param detail numbers and codes that whoever signs has to know
     */
    record Draft(ActionKind kind, String subject, Actions.Why why, Command<?> command, String place, String detail) {}

    /** A member by name. */
    record Person(StaffId id, String ja, String en) {

        String name(Language language) {
            return language == Language.JA ? ja : en;
        }
    }

    /** Somebody's signature: what the authenticator answered. */
    record Signed(Person by, String answer, Instant at) {}

    /** The engine takes it before this moment. */
    Instant until() {
        return Instant.ofEpochMilli(id.millis()).plus(VALID);
    }

    boolean waits(Instant now) {
        return ended == null && now.isBefore(until());
    }

    /** What is signed: of this command under this id, and of no other. */
    Digest challenge() {
        return Challenge.of(BookId.FIRST, ServerClients.SERVER, id, 0, draft.command());
    }
}
