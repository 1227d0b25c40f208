package sekisho.core.ledger;

import sekisho.core.events.Events;
import sekisho.protocol.AccountKind;
import sekisho.protocol.EntryKind;
import sekisho.protocol.Event;
import sekisho.protocol.LedgerCommand;
import sekisho.protocol.Side;

/**
 * Lines of one posting, to be checked and then held, released or posted together. Reused for every posting: {@link #clear}
 * first. The checks change nothing; what comes after them cannot refuse.
 */
public final class Posting {

    private final Accounts accounts;
    private final Safeguard safeguard;
    private final Events events;

    private final int[] account = new int[LedgerCommand.MAX_LINES];
    private final Side[] side = new Side[LedgerCommand.MAX_LINES];
    private final long[] amount = new long[LedgerCommand.MAX_LINES];
    private final Spent spent;
    private int count;

    /** Hears that money of a wallet with young money was spent. */
    public interface Spent {
        void spent(int account);
    }

    public Posting(Accounts accounts, Safeguard safeguard, Events events, Spent spent) {
        this.spent = spent;
        this.accounts = accounts;
        this.safeguard = safeguard;
        this.events = events;
    }

    public Posting clear() {
        count = 0;
        return this;
    }

    /** Adds a line; one of amount 0 is left out. */
    public Posting line(int accountRow, Side lineSide, long lineAmount) {
        if (lineAmount != 0) {
            account[count] = accountRow;
            side[count] = lineSide;
            amount[count] = lineAmount;
            count++;
        }
        return this;
    }

    public Posting debit(int accountRow, long lineAmount) {
        return line(accountRow, Side.DEBIT, lineAmount);
    }

    public Posting credit(int accountRow, long lineAmount) {
        return line(accountRow, Side.CREDIT, lineAmount);
    }

    public int count() {
        return count;
    }

    public int account(int i) {
        return account[i];
    }

    public Side side(int i) {
        return side[i];
    }

    public long amount(int i) {
        return amount[i];
    }

    /** Replaces every line's amount. */
    public void setAmounts(long each) {
        for (int i = 0; i < count; i++) {
            amount[i] = each;
        }
    }

    /** Whether debits equal credits in every currency. */
    public boolean balanced() {
        for (int i = 0; i < count; i++) {
            int currency = accounts.currencyPacked(account[i]);
            if (firstOfCurrency(i, currency) && sum(currency, Side.DEBIT) != sum(currency, Side.CREDIT)) {
                return false;
            }
        }
        return true;
    }

    /** The sum of the debit lines in the first line's currency. */
    public long moved() {
        return sum(accounts.currencyPacked(account[0]), Side.DEBIT);
    }

    /** How much the lines lower an account's balance; with {@code gross}, raising lines do not help. */
    public long lowers(int accountRow, boolean gross) {
        Side lowering = accounts.lowering(accountRow);
        long sum = 0;
        for (int i = 0; i < count; i++) {
            if (account[i] == accountRow) {
                sum += side[i] == lowering ? amount[i] : gross ? 0 : -amount[i];
            }
        }
        return sum;
    }

    /** The place of the first line whose account would fall below its floor, or −1. */
    public int firstBelowFloor(boolean gross) {
        for (int i = 0; i < count; i++) {
            int row = account[i];
            if (Accounts.floored(accounts.kind(row))) {
                long lowered = lowers(row, gross);
                if (lowered > 0 && accounts.available(row) - lowered < accounts.floor(row)) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** The place of the first line in whose currency less money than e-money would be left, or −1. */
    public int firstShortfall(int book) {
        for (int i = 0; i < count; i++) {
            int currency = accounts.currencyPacked(account[i]);
            if (firstOfCurrency(i, currency)
                    && safeguard.shortfall(
                            book, accounts.currency(account[i]), change(currency, true), change(currency, false))) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a counter would exceed its range. */
    public boolean overflows() {
        for (int i = 0; i < count; i++) {
            long sum = accounts.posted(account[i], side[i]) + accounts.pending(account[i], side[i]);
            for (int j = 0; j <= i; j++) {
                if (account[j] == account[i] && side[j] == side[i]) {
                    sum += amount[j];
                }
            }
            if (sum > Accounts.MAX_COUNTER) {
                return true;
            }
        }
        return false;
    }

    /** Reserves the lines. */
    public void hold() {
        for (int i = 0; i < count; i++) {
            accounts.addPending(account[i], side[i], amount[i]);
            tell(i, EntryKind.HELD);
        }
    }

    /** Ends the reservation of the lines. */
    public void release() {
        for (int i = 0; i < count; i++) {
            accounts.addPending(account[i], side[i], -amount[i]);
            tell(i, EntryKind.RELEASED);
        }
    }

    /** Books the lines. */
    public void post(int book) {
        for (int i = 0; i < count; i++) {
            accounts.addPosted(account[i], side[i], amount[i]);
            tell(i, EntryKind.POSTED);
            if (side[i] == Side.DEBIT && accounts.young(account[i])) {
                spent.spent(account[i]);
            }
        }
        for (int i = 0; i < count && !betweenCustomers(); i++) {
            int currency = accounts.currencyPacked(account[i]);
            if (firstOfCurrency(i, currency)) {
                safeguard.add(book, accounts.currency(account[i]), change(currency, true), change(currency, false));
            }
        }
    }

    /** Money from customer to customer, the most common posting, changes nothing for safeguarding. */
    private boolean betweenCustomers() {
        return count == 2
                && accounts.kind(account[0]).customer()
                && accounts.kind(account[1]).customer();
    }

    private void tell(int i, EntryKind kind) {
        int row = account[i];
        events.tell(new Event.Entry(
                accounts.key(row), accounts.sequence(row), kind, side[i], amount[i], accounts.balance(row)));
    }

    private boolean firstOfCurrency(int i, int currency) {
        for (int j = 0; j < i; j++) {
            if (accounts.currencyPacked(account[j]) == currency) {
                return false;
            }
        }
        return true;
    }

    private long sum(int currency, Side of) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            if (side[i] == of && accounts.currencyPacked(account[i]) == currency) {
                sum += amount[i];
            }
        }
        return sum;
    }

    /** How the lines change a currency's outstanding e-money, or else the money held for it. */
    private long change(int currency, boolean outstanding) {
        long change = 0;
        for (int i = 0; i < count; i++) {
            AccountKind kind = accounts.kind(account[i]);
            boolean counts = outstanding ? kind.customer() : kind.funds();
            if (counts && accounts.currencyPacked(account[i]) == currency) {
                boolean grows = (side[i] == Side.CREDIT) == outstanding;
                change += grows ? amount[i] : -amount[i];
            }
        }
        return change;
    }
}
