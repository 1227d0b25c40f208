package sekisho.cli.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import sekisho.gateway.EntryListener;
import sekisho.protocol.Answer;
import sekisho.protocol.Repeated;

/**
 * Takes the answers to a script's entries, in their order. The gateway's thread tells them; everything but {@link #received} is for
 * another thread, after the last one.
 */
final class Reception implements EntryListener {
    private static final long NOTHING_YET = -1;

    private final Tally tally;
    private final Chain chain;
    private final @Nullable AnswerJournal journal;
    private final BitSet unheard = new BitSet();
    private final AtomicInteger received = new AtomicInteger();
    private long appliedBefore = NOTHING_YET;
    private long lastPosition;

    Reception(Tally tally, Chain chain, @Nullable AnswerJournal journal) {
        this.tally = tally;
        this.chain = chain;
        this.journal = journal;
    }

    @Override
    public void answered(long sequence, Answer answer, long position) {
        int entry = (int) (sequence - 1);
        if (answer.outcome() instanceof Repeated repeated) {
            chain.hear(repeated);
            if (appliedBefore == NOTHING_YET) {
                appliedBefore = repeated.lastSequence();
            }
        } else if (appliedBefore == NOTHING_YET) {
            appliedBefore = 0;
        }
        if (answer.outcome() instanceof Repeated && sequence > appliedBefore) {
            unheard.set(entry);
        } else {
            tally.count(entry, answer);
        }
        note(sequence, answer);
        lastPosition = position;
        received.lazySet(entry + 1);
    }

    /** How many entries were answered; any thread, at any time. */
    int received() {
        return received.get();
    }

    /** Where in the log the last answer is. */
    long position() {
        return lastPosition;
    }

    /** Entries, from 0, that were applied this time although their own answer got lost: it is in the outcome log. */
    BitSet unheard() {
        return unheard;
    }

    private void note(long sequence, Answer answer) {
        if (journal == null) {
            return;
        }
        try {
            journal.add(sequence, answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
