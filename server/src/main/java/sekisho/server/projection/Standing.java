package sekisho.server.projection;

import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.Event;
import sekisho.protocol.Side;

/** How an account stands after its last entry that was projected. One owner thread. */
final class Standing {
    private final int id;
    private final Side grows;
    private long sequence;
    private long balance;
    private long held;
    private long expected;

    /** An account that has had no entry. */
    Standing(int id, AccountKind kind) {
        this(id, kind, 0, 0, 0, 0);
    }

    Standing(int id, AccountKind kind, long sequence, long balance, long held, long expected) {
        this.id = id;
        this.grows = kind.normal() == AccountKind.Normal.DEBIT ? Side.DEBIT : Side.CREDIT;
        this.sequence = sequence;
        this.balance = balance;
        this.held = held;
        this.expected = expected;
    }

    int id() {
        return id;
    }

    long held() {
        return held;
    }

    long expected() {
        return expected;
    }

    /**
     * Applies the account's next entry.
     *
     * @throws DoesNotFit if it is not the next one, or does not lead to the balance it says
     */
    void apply(Event.Entry entry) {
        long signed = entry.side() == grows ? entry.amount() : -entry.amount();
        switch (entry.kind()) {
            case POSTED -> balance += signed;
            case HELD -> reserve(entry.side(), entry.amount());
            case RELEASED -> reserve(entry.side(), -entry.amount());
        }
        sequence++;
        if (entry.sequence() != sequence || entry.balance() != balance || held < 0 || expected < 0) {
            throw new DoesNotFit(complaint(entry.account(), entry));
        }
    }

    private void reserve(Side side, long amount) {
        if (side == grows) {
            expected += amount;
        } else {
            held += amount;
        }
    }

    private String complaint(AccountKey account, Event.Entry entry) {
        return "entry " + entry.sequence() + " of account " + account.kind() + " " + account.owner() + " "
                + account.currency() + " with balance " + entry.balance() + " does not follow: entry " + sequence
                + " with balance " + balance + " was expected";
    }
}
