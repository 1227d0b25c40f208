package sekisho.auditor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.EntryKind;
import sekisho.protocol.Event;
import sekisho.protocol.FreezeScope;
import sekisho.protocol.Line;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.Side;
import sekisho.protocol.StateRecord.AccountRow;
import sekisho.protocol.StateRecord.HolderRow;

/** Section 4 of docs/rules.md: counters, entries and floors. */
final class Accounts {

    private static final long HIGHEST = 1L << 62;

    private final State state;
    private final Purses purses;

    Accounts(State state) {
        this.state = state;
        purses = new Purses(state);
    }

    /** The account; one that was never touched has nothing. */
    AccountRow row(AccountKey key) {
        AccountRow row = state.accounts.find(key);
        return row != null ? row : new AccountRow(key, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    boolean exists(AccountKey key) {
        return state.accounts.has(key);
    }

    /** Opens an account, as its holder's last. */
    void open(AccountKey key, int code, long userData) {
        Keys.Holder holder = new Keys.Holder(key.book(), key.kind(), key.owner());
        List<AccountKey> all = new ArrayList<>(state.accountsOf.getOr(holder, List.of()));
        state.accounts.put(key, new AccountRow(key, all.size(), code, userData, 0, 0, 0, 0, 0, 0));
        all.add(key);
        state.accountsOf.put(holder, List.copyOf(all));
    }

    long balance(AccountKey key) {
        return balance(row(key));
    }

    static long balance(AccountRow row) {
        long creditBalance = row.creditsPosted() - row.debitsPosted();
        return normal(row.key().kind()) == Side.CREDIT ? creditBalance : -creditBalance;
    }

    long available(AccountKey key) {
        AccountRow row = row(key);
        return balance(row) - (normal(key.kind()) == Side.CREDIT ? row.debitsPending() : row.creditsPending());
    }

    static Side normal(AccountKind kind) {
        return kind.normal() == AccountKind.Normal.CREDIT ? Side.CREDIT : Side.DEBIT;
    }

    static boolean hasFloor(AccountKind kind) {
        return kind == AccountKind.WALLET || kind == AccountKind.MERCHANT || kind == AccountKind.SETTLEMENT;
    }

    /** What may still leave the account: available − floor; may be negative. */
    long room(AccountKey key) {
        return available(key) - row(key).floor();
    }

    /** The refusal if an account that has a floor would be lowered too far. */
    @Nullable
    Refused tooLow(AccountKey key, long lowering) {
        if (lowering <= 0 || !hasFloor(key.kind()) || room(key) >= lowering) {
            return null;
        }
        return key.kind() == AccountKind.SETTLEMENT
                ? new Refused(Refusal.BANK_FUNDS_EXHAUSTED, Math.max(0, available(key)))
                : new Refused(Refusal.INSUFFICIENT_FUNDS, Math.max(0, room(key)));
    }

    /** Each account once, in the order of its first line, with what the lines together take from it; below 0: add to it. */
    static Map<AccountKey, Long> lowering(List<Line> lines) {
        Map<AccountKey, Long> sums = new LinkedHashMap<>();
        for (Line line : lines) {
            sums.merge(line.account(), lowers(line) ? line.amount() : -line.amount(), Long::sum);
        }
        return sums;
    }

    /** The same without the lines that add to it. */
    static Map<AccountKey, Long> grossLowering(List<Line> lines) {
        Map<AccountKey, Long> sums = new LinkedHashMap<>();
        for (Line line : lines) {
            sums.merge(line.account(), lowers(line) ? line.amount() : 0, Long::sum);
        }
        return sums;
    }

    private static boolean lowers(Line line) {
        return line.side() != normal(line.account().kind());
    }

    @Nullable
    Refused overflow(List<Line> lines) {
        Map<AccountKey, Long> debits = new HashMap<>();
        Map<AccountKey, Long> credits = new HashMap<>();
        for (Line line : lines) {
            (line.side() == Side.DEBIT ? debits : credits).merge(line.account(), line.amount(), Long::sum);
        }
        for (Line line : lines) {
            AccountRow row = row(line.account());
            long debit = debits.getOrDefault(line.account(), 0L);
            long credit = credits.getOrDefault(line.account(), 0L);
            if ((debit > 0 && row.debitsPosted() + row.debitsPending() + debit > HIGHEST)
                    || (credit > 0 && row.creditsPosted() + row.creditsPending() + credit > HIGHEST)) {
                return new Refused(Refusal.AMOUNT_OVERFLOW);
            }
        }
        return null;
    }

    void apply(EntryKind kind, List<Line> lines) {
        for (Line line : lines) {
            enter(kind, line);
        }
    }

    private void enter(EntryKind kind, Line line) {
        AccountKey key = line.account();
        if (!exists(key)) {
            touch(key);
        }
        AccountRow row = row(key);
        long posted = kind == EntryKind.POSTED ? line.amount() : 0;
        long pending = switch (kind) {
            case POSTED -> 0;
            case HELD -> line.amount();
            case RELEASED -> -line.amount();
        };
        boolean debit = line.side() == Side.DEBIT;
        AccountRow next = new AccountRow(
                key,
                row.place(),
                row.code(),
                row.userData(),
                row.floor(),
                row.debitsPosted() + (debit ? posted : 0),
                row.creditsPosted() + (debit ? 0 : posted),
                row.debitsPending() + (debit ? pending : 0),
                row.creditsPending() + (debit ? 0 : pending),
                row.sequence() + 1);
        state.accounts.put(key, next);
        addToFunds(key, balance(next) - balance(row));
        if (kind == EntryKind.POSTED && debit && key.kind() == AccountKind.WALLET) {
            purses.spent(key, balance(next));
        }
        state.emit(new Event.Entry(key, next.sequence(), kind, line.side(), line.amount(), balance(next)));
    }

    /** An account of a bank or of the house comes into being. */
    private void touch(AccountKey key) {
        if (key.kind().customer()) {
            throw new IllegalStateException("no account " + key);
        }
        if (!state.holderRows.has(new Keys.Holder(key.book(), key.kind(), key.owner()))) {
            state.putHolder(new HolderRow(key.book(), key.kind(), key.owner(), 0, FreezeScope.NONE, false));
        }
        open(key, 0, 0);
    }

    private void addToFunds(AccountKey key, long change) {
        if (change == 0 || !(key.kind().customer() || key.kind().funds())) {
            return;
        }
        Keys.Funds of = new Keys.Funds(key.book(), key.currency());
        State.Funds before = state.funds.getOr(of, State.Funds.NONE);
        state.funds.put(
                of,
                key.kind().customer()
                        ? new State.Funds(before.outstanding() + change, before.held())
                        : new State.Funds(before.outstanding(), before.held() + change));
    }
}
