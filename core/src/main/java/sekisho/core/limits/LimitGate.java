package sekisho.core.limits;

import org.jspecify.annotations.Nullable;
import sekisho.core.ledger.Accounts;
import sekisho.core.ledger.Holders;
import sekisho.core.time.Clock;
import sekisho.protocol.Currency;
import sekisho.protocol.Operation;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.Side;
import sekisho.protocol.StateRecord.Booked;

/** Holds a wallet's use against what its tier allows. Accounts are given by their rows. */
public final class LimitGate {

    private final Clock clock;
    private final Holders holders;
    private final Accounts accounts;
    private final Tiers tiers;
    private final Usage usage;

    // What the last check found, for the count that follows it in the same decision.
    private int checkedAccount;
    private int checkedUsage;
    private boolean checkedCounted;

    public LimitGate(Clock clock, Holders holders, Accounts accounts, Tiers tiers, Usage usage) {
        this.clock = clock;
        this.holders = holders;
        this.accounts = accounts;
        this.tiers = tiers;
        this.usage = usage;
    }

    /** Why the wallet may not do this now, or null. */
    public @Nullable Refused refuses(int account, Operation operation, long amount) {
        int tier = tier(account);
        checkedAccount = account;
        checkedCounted = tiers.counted(tier, operation);
        checkedUsage = checkedCounted ? usageOf(account, operation) : 0;
        long most = tiers.perOperation(tier, operation);
        if (amount > most) {
            return new Refused(Refusal.OVER_LIMIT_PER_OPERATION, most);
        }
        return checkedCounted ? refusesCounted(tier, operation, amount) : null;
    }

    private @Nullable Refused refusesCounted(int tier, Operation operation, long amount) {
        int used = checkedUsage;
        int day = clock.day();
        Refused refused =
                over(Refusal.OVER_LIMIT_24_HOURS, usage.in24Hours(used), amount, tiers.in24Hours(tier, operation));
        if (refused == null) {
            refused = over(Refusal.OVER_LIMIT_30_DAYS, usage.in30Days(used), amount, tiers.in30Days(tier, operation));
        }
        if (refused == null) {
            refused = over(Refusal.OVER_LIMIT_DAY, usage.inDay(used, day), amount, tiers.inDay(tier, operation));
        }
        if (refused == null) {
            refused = over(Refusal.OVER_LIMIT_MONTH, usage.inMonth(used, day), amount, tiers.inMonth(tier, operation));
        }
        return refused;
    }

    /** Counts what the last check let through, if the wallet's limit has to be counted. */
    public Booked count(int account, Operation operation, long amount) {
        if (account != checkedAccount) {
            throw new IllegalStateException("an amount is counted right after its check");
        }
        if (!checkedCounted) {
            return Booked.UNCOUNTED;
        }
        int used = checkedUsage;
        if (used == 0) {
            used = usage.add(accounts.holder(account), accounts.currency(account), operation);
        }
        return usage.count(used, amount, clock.now(), clock.day());
    }

    /** Takes back what was counted, as if it had never been. */
    public void release(int account, Operation operation, long amount, Booked booked) {
        if (booked.counted()) {
            usage.release(usageOf(account, operation), amount, booked, clock.day());
        }
    }

    /** How much more the wallet's account may hold, with what is on its way to it; not below 0. */
    public long room(int account, boolean withPending) {
        long coming = withPending ? accounts.pending(account, Side.CREDIT) : 0;
        long held = accounts.balance(account) + coming;
        long cap = tiers.cap(tier(account));
        // A test wallet may be overdrawn: the room of an unbounded one would not fit.
        return held < 0 && cap > Long.MAX_VALUE + held ? Long.MAX_VALUE : Math.max(0, cap - held);
    }

    private int tier(int account) {
        int holder = accounts.holder(account);
        return tiers.find(holders.book(holder), holders.tier(holder), accounts.currency(account));
    }

    /** The usage row, brought up to now; or 0. */
    private int usageOf(int account, Operation operation) {
        Currency currency = accounts.currency(account);
        int used = usage.find(accounts.holder(account), currency, operation);
        if (used != 0) {
            usage.advance(used, clock.now());
        }
        return used;
    }

    private static @Nullable Refused over(Refusal refusal, long used, long amount, long bound) {
        return amount > bound - used ? new Refused(refusal, Math.max(0, bound - used)) : null;
    }
}
