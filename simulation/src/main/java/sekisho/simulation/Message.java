package sekisho.simulation;

import java.util.List;
import sekisho.protocol.Assertion;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.Command;
import sekisho.protocol.RequestId;
import sekisho.protocol.StreamEntry;

/** What one client sends at once, before it is bytes. */
sealed interface Message {

    BookId book();

    ClientId client();

    int size();

    /** Requests with ids of their own. */
    record WithIds(BookId book, ClientId client, List<Asked> asked) implements Message {
        @Override
        public int size() {
            return asked.size();
        }
    }

    /** Consecutive entries of a stream. */
    record OfStream(BookId book, ClientId client, StreamEntry first, List<Entry> entries) implements Message {
        @Override
        public int size() {
            return entries.size();
        }
    }

    /** One request. */
    record Asked(
            RequestId id,
            Command<?> command,
            boolean linked,
            boolean dryRun,
            long effectiveAt,
            List<Assertion> behind) {

        Asked(RequestId id, Command<?> command, boolean linked, boolean dryRun, long effectiveAt) {
            this(id, command, linked, dryRun, effectiveAt, List.of());
        }

        Asked linked(boolean link) {
            return new Asked(id, command, link, dryRun, effectiveAt, behind);
        }

        Asked with(Command<?> other) {
            return new Asked(id, other, linked, dryRun, effectiveAt, behind);
        }

        Asked dry(boolean dry) {
            return new Asked(id, command, linked, dry, effectiveAt, behind);
        }
    }

    /** One entry. */
    record Entry(Command<?> command, long effectiveAt) {}
}
