package sekisho.server.banking;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.Event.InstructionChanged;
import sekisho.protocol.InstructionStatus;
import sekisho.protocol.OperationId;

/**
 * One bank's open instructions, as far as this worker knows them, and what is to be done about them. An instruction is
 * in a queue or under way once at most. Any thread; nothing here waits for a bank or the engine.
 *
 * <p>Nothing is queued before {@link #begin}: until then changes are only noted, so that no instruction is carried
 * that was claimed later in the log.
 */
final class BankDesk {
    private final int mostKnown;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition came = lock.newCondition();
    private final SequencedMap<OperationId, Known> known = new LinkedHashMap<>();
    private final SequencedMap<OperationId, Errand> toCarry = new LinkedHashMap<>();
    private final SequencedMap<OperationId, Errand> toAsk = new LinkedHashMap<>();
    private boolean begun;
    private boolean askedLast;
    private boolean overflowed;
    private long overflows;

    BankDesk(int mostKnown) {
        this.mostKnown = mostKnown;
    }

    /** Queues everything that is known, and from now on what comes. */
    void begin() {
        locked(() -> {
            begun = true;
            List.copyOf(known.values()).forEach(one -> enqueue(one.last));
            return true;
        });
    }

    /** An instruction changed, says the log. */
    void changed(InstructionChanged change) {
        locked(() -> {
            if (!change.status().open()) {
                drop(change.instruction());
            } else if (learn(change) && change.status() == InstructionStatus.REQUESTED) {
                carryAgain(change.instruction());
            }
            return true;
        });
    }

    /** It is time to ask about an instruction, says the log. */
    void due(InstructionChanged change) {
        locked(() -> {
            if (learn(change)) {
                askAgain(change.instruction());
            }
            return true;
        });
    }

    /** The claim was granted. Until the log says the same, nobody else may take the instruction for unclaimed. */
    void claimed(InstructionChanged change) {
        locked(() -> learn(change));
    }

    /** Queues an instruction to be carried, if it is known and unclaimed. */
    void carryAgain(OperationId id) {
        locked(() -> {
            Known one = known.get(id);
            if (one != null && one.last.status() == InstructionStatus.REQUESTED) {
                enqueue(one.last);
            }
            return true;
        });
    }

    /** Queues an instruction to be asked about, if it is known and not unclaimed. */
    void askAgain(OperationId id) {
        locked(() -> {
            Known one = known.get(id);
            if (one != null && one.last.status() != InstructionStatus.REQUESTED) {
                enqueue(one.last);
            }
            return true;
        });
    }

    /** Queues what is in doubt to be asked about, the oldest first, at most so many. */
    void askAboutDoubts(int atMost) {
        locked(() -> {
            known.values().stream()
                    .filter(one -> one.last.status() == InstructionStatus.IN_DOUBT)
                    .limit(atMost)
                    .toList()
                    .forEach(one -> enqueue(one.last));
            return true;
        });
    }

    /** Queues a second look; not if there is too much in the queue. */
    void lookAgain(Errand.LookAgain errand) {
        locked(() -> {
            if (toAsk.size() < mostKnown) {
                toAsk.putIfAbsent(errand.id(), errand);
                came.signal();
            }
            return true;
        });
    }

    /** Waits until there is an errand; false: none came in time, or none is left and {@link #wantsMore}. */
    boolean await(Duration atMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = atMost.toNanos();
            while (toCarry.isEmpty() && toAsk.isEmpty()) {
                if (left <= 0 || hungry()) {
                    return false;
                }
                left = came.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * The next errand; null if none came in time, or none is left and {@link #wantsMore}. It is under way until
     * {@link #ended}.
     *
     * @param askFirst not by turns with carrying
     */
    @Nullable
    Errand take(Duration atMost, boolean askFirst) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = atMost.toNanos();
            while (toCarry.isEmpty() && toAsk.isEmpty()) {
                if (left <= 0 || hungry()) {
                    return null;
                }
                left = came.awaitNanos(left);
            }
            // By turns: neither new instructions nor enquiries after an outage shut the others out.
            boolean ask = !toAsk.isEmpty() && (toCarry.isEmpty() || askFirst || !askedLast);
            askedLast = ask;
            Errand errand = (ask ? toAsk : toCarry).pollFirstEntry().getValue();
            Known one = known.get(errand.id());
            if (one != null) {
                one.underWay = true;
            }
            return errand;
        } finally {
            lock.unlock();
        }
    }

    /** An errand is done, well or not. */
    void ended(Errand errand) {
        locked(() -> {
            Known one = known.get(errand.id());
            if (one != null) {
                one.underWay = false;
            }
            return true;
        });
    }

    /** An instruction has ended or does not exist. */
    void forget(OperationId id) {
        locked(() -> {
            drop(id);
            return true;
        });
    }

    /** Whether instructions were left in the log and there is room for some of them. */
    boolean wantsMore() {
        return locked(this::hungry);
    }

    /** How many of a bank's open instructions {@link #takeUp} wants to see: one more than it can know. */
    int toSee() {
        return mostKnown + 1;
    }

    /** Takes up what was left in the log. */
    void takeUp(List<InstructionChanged> oldest) {
        locked(() -> {
            overflowed = oldest.size() > mostKnown;
            for (InstructionChanged change : oldest) {
                if (!known.containsKey(change.instruction()) && learn(change)) {
                    enqueue(change);
                }
            }
            return true;
        });
    }

    /** How many more instructions can be known. */
    int room() {
        return locked(() -> mostKnown - known.size());
    }

    /** What the metrics show. */
    record Counts(int outstanding, int unclaimed, int inDoubt, long overflows) {}

    Counts counts() {
        return locked(() -> new Counts(
                known.size(), count(InstructionStatus.REQUESTED), count(InstructionStatus.IN_DOUBT), overflows));
    }

    private int count(InstructionStatus status) {
        return (int) known.values().stream()
                .filter(one -> one.last.status() == status)
                .count();
    }

    /** Notes what is newer than what is known. False: there is no room for it, it stays in the log. */
    private boolean learn(InstructionChanged change) {
        Known one = known.get(change.instruction());
        if (one != null) {
            // This worker claims once: no open instruction goes back.
            if (change.status().code() >= one.last.status().code()) {
                one.last = change;
            }
            if (one.last.status() != InstructionStatus.REQUESTED) {
                toCarry.remove(change.instruction());
            }
            return true;
        }
        if (known.size() >= mostKnown) {
            overflowed = true;
            overflows++;
            return false;
        }
        known.put(change.instruction(), new Known(change));
        return true;
    }

    private void enqueue(InstructionChanged last) {
        OperationId id = last.instruction();
        Known one = known.get(id);
        if (!begun || one == null || one.underWay || toCarry.containsKey(id) || toAsk.containsKey(id)) {
            return;
        }
        if (last.status() == InstructionStatus.REQUESTED) {
            toCarry.put(id, new Errand.Carry(last));
        } else {
            toAsk.put(id, new Errand.Ask(last));
        }
        came.signal();
    }

    private void drop(OperationId id) {
        known.remove(id);
        toCarry.remove(id);
        if (toAsk.get(id) instanceof Errand.Ask) {
            toAsk.remove(id);
        }
        if (hungry()) {
            came.signal();
        }
    }

    private boolean hungry() {
        return overflowed && mostKnown - known.size() >= Math.max(1, mostKnown / 10);
    }

    /** An instruction that is known. Owner: the holder of the lock. */
    private static final class Known {
        private InstructionChanged last;
        private boolean underWay;

        Known(InstructionChanged last) {
            this.last = last;
        }
    }

    private <T> T locked(Supplier<T> step) {
        lock.lock();
        try {
            return step.get();
        } finally {
            lock.unlock();
        }
    }
}
