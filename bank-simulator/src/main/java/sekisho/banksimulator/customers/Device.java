package sekisho.banksimulator.customers;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import sekisho.banksimulator.profile.Ask;
import sekisho.banksimulator.profile.Named;

/** What a customer holds in their hand: telephone with the bank's app, token, card. Any thread. */
public final class Device {
    private static final int MOST_MESSAGES = 20;
    private static final long STEP_SECONDS = 30;

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Message> messages = new ArrayDeque<>();
    private final BankSecrets secrets;
    private final String owner;
    private @Nullable Approval approval;
    private long lastStep;
    private boolean reachable = true;

    Device(BankSecrets secrets, String owner) {
        this.secrets = secrets;
        this.owner = owner;
    }

    void receive(Message message) {
        locked(() -> {
            messages.addFirst(message);
            if (messages.size() > MOST_MESSAGES) {
                messages.removeLast();
            }
            return null;
        });
    }

    /** Brings the customer a notice, unless they cannot be reached. Says whether it did. */
    public boolean deliver(Message notice) {
        if (!isReachable()) {
            return false;
        }
        receive(notice);
        return true;
    }

    /** Whether notices arrive. */
    public boolean isReachable() {
        return locked(() -> reachable);
    }

    /** From now on notices arrive, or do not. */
    public void reach(boolean value) {
        locked(() -> reachable = value);
    }

    /**
     * Asks for a confirmation that no page of the bank waits for.
     *
     * @param kind in the app, with the face or without, or by a call
     * @param number two digits that the operator shows
     * @param about who wants what
     */
    public void ask(String id, Ask kind, String number, Named about, Instant expires, SecureRandom random) {
        List<String> choices = kind == Ask.CALL_BACK ? List.of() : Challenge.choices(number, random);
        ask(new Approval(id, kind, number, choices, about, expires, Approval.Answer.NONE));
    }

    /** Whether the customer confirmed it; not if they said no, said nothing, or something else was asked since. */
    public boolean isConfirmed(String id) {
        return answer(id) == Approval.Answer.YES;
    }

    /** Asks for a confirmation; an earlier one that is still open is gone. */
    void ask(Approval asked) {
        locked(() -> approval = asked);
    }

    /** What was received, newest first. */
    public List<Message> messages() {
        return locked(() -> List.copyOf(messages));
    }

    /** What is to be confirmed now. */
    public Optional<Approval> open(Instant now) {
        return locked(() -> Optional.ofNullable(approval).filter(asked -> asked.isOpen(now)));
    }

    /** The customer picks a number, or keys it in. Another one than was asked for is a no. */
    public void answer(String id, String code, Instant now) {
        locked(() -> {
            Approval asked = approval;
            if (asked != null && asked.id().equals(id) && asked.isOpen(now)) {
                approval = asked.answered(asked.code().equals(code) ? Approval.Answer.YES : Approval.Answer.NO);
            }
            return null;
        });
    }

    /** What was answered to an approval; NONE too if it is gone. */
    Approval.Answer answer(String id) {
        return locked(() -> {
            Approval asked = approval;
            return asked != null && asked.id().equals(id) ? asked.answer() : Approval.Answer.NONE;
        });
    }

    /** The code that the app or the token shows now. */
    public String code(Ask ask, Instant now) {
        return code(ask, now.getEpochSecond() / STEP_SECONDS);
    }

    /** Whether it is the code of this half minute or the one before; each is taken once. */
    boolean takes(Ask ask, String code, Instant now) {
        return locked(() -> {
            long step = now.getEpochSecond() / STEP_SECONDS;
            for (long one = step; one >= step - 1 && one > lastStep; one--) {
                if (code(ask, one).equals(code)) {
                    lastStep = one;
                    return true;
                }
            }
            return false;
        });
    }

    /** A field of the printed card: two digits. Columns A to E, rows 1 to 5. */
    public String field(String place) {
        return secrets.digits(2, "grid", owner, place);
    }

    private String code(Ask ask, long step) {
        return secrets.digits(6, ask.word(), owner, Long.toString(step));
    }

    /** Something that is done under the lock. */
    private interface Step<T extends @Nullable Object> {
        T run();
    }

    private <T extends @Nullable Object> T locked(Step<T> step) {
        lock.lock();
        try {
            return step.run();
        } finally {
            lock.unlock();
        }
    }
}
