package sekisho.auditor;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BankId;
import sekisho.protocol.BookId;
import sekisho.protocol.Currency;
import sekisho.protocol.Line;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.Side;
import sekisho.protocol.WalletId;

/** Checks of the lines that operators write. */
final class LedgerLines {

    private static final int LAST_BANK = 9_999;

    private final Accounts accounts;
    private final Holders holders;
    private final Banks banks;
    private final FloorRules floors;

    LedgerLines(Accounts accounts, Holders holders, Banks banks, FloorRules floors) {
        this.floors = floors;
        this.accounts = accounts;
        this.holders = holders;
        this.banks = banks;
    }

    /** The first line that speaks of nothing we have, or of what is closed. */
    @Nullable
    Refused unresolved(BookId book, List<Line> lines) {
        for (Line line : lines) {
            Refused refused = Check.first(() -> unresolved(book, line.account()), () -> unverified(line));
            if (refused != null) {
                return refused;
            }
        }
        return null;
    }

    private @Nullable Refused unresolved(BookId book, AccountKey key) {
        return Check.first(
                () -> holders.currency(key.currency()),
                () -> Check.when(!key.book().equals(book), Refusal.ACCOUNT_NOT_FOUND),
                () -> {
                    if (key.kind().customer()) {
                        return Check.first(() -> holders.noAccount(key), () -> closed(key));
                    }
                    if (key.kind().ofBank()) {
                        boolean known = key.owner() <= LAST_BANK && banks.has(book, new BankId((int) key.owner()));
                        return Check.when(!known, Refusal.BANK_NOT_FOUND);
                    }
                    return Check.when(key.owner() != 1, Refusal.ACCOUNT_NOT_FOUND);
                });
    }

    /** The first line whose wallet or merchant is closed. */
    @Nullable
    Refused closed(List<Line> lines) {
        for (Line line : lines) {
            Refused refused = line.account().kind().customer()
                    ? Check.first(() -> closed(line.account()), () -> unverified(line))
                    : null;
            if (refused != null) {
                return refused;
            }
        }
        return null;
    }

    private @Nullable Refused unverified(Line line) {
        AccountKey key = line.account();
        return Check.when(
                key.kind() == AccountKind.WALLET
                        && line.side() == Side.CREDIT
                        && floors.holdsNothing(key.book(), new WalletId(key.owner()), key.currency()),
                Refusal.WALLET_UNVERIFIED);
    }

    private @Nullable Refused closed(AccountKey key) {
        Refusal reason = key.kind() == AccountKind.WALLET ? Refusal.WALLET_CLOSED : Refusal.MERCHANT_CLOSED;
        return holders.closed(new Keys.Holder(key.book(), key.kind(), key.owner()), reason);
    }

    static @Nullable Refused unbalanced(List<Line> lines) {
        for (Currency currency : Lines.currencies(lines)) {
            if (Lines.sum(lines, currency, Side.DEBIT) != Lines.sum(lines, currency, Side.CREDIT)) {
                return new Refused(Refusal.UNBALANCED);
            }
        }
        return null;
    }

    /** Floors, accounts in the order of their first line, on what the lines together do. */
    @Nullable
    Refused tooLow(List<Line> lines) {
        return tooLow(Accounts.lowering(lines));
    }

    /** The same for lines that are held: those that raise do not help. */
    @Nullable
    Refused tooLowToHold(List<Line> lines) {
        return tooLow(Accounts.grossLowering(lines));
    }

    private @Nullable Refused tooLow(Map<AccountKey, Long> lowering) {
        for (Map.Entry<AccountKey, Long> entry : lowering.entrySet()) {
            Refused refused = accounts.tooLow(entry.getKey(), entry.getValue());
            if (refused != null) {
                return refused;
            }
        }
        return null;
    }

    /** How much a balancing posting may move. */
    long movable(List<Line> lines) {
        long amount = lines.getFirst().amount();
        for (Map.Entry<AccountKey, Long> entry : Accounts.lowering(lines).entrySet()) {
            if (entry.getValue() > 0 && Accounts.hasFloor(entry.getKey().kind())) {
                amount = Math.min(amount, accounts.room(entry.getKey()));
            }
        }
        return amount;
    }

    /** One debit and one credit of the same amount and currency. */
    static boolean balancing(List<Line> lines) {
        return lines.size() == 2
                && lines.getFirst().side() != lines.getLast().side()
                && lines.getFirst().amount() == lines.getLast().amount()
                && lines.getFirst()
                        .account()
                        .currency()
                        .equals(lines.getLast().account().currency());
    }

    static List<Line> withAmount(List<Line> lines, long amount) {
        return lines.stream()
                .map(line -> new Line(line.account(), line.side(), amount))
                .toList();
    }

    /** The sum of the debit lines in the first line's currency. */
    static long moved(List<Line> lines) {
        return Lines.sum(lines, lines.getFirst().account().currency(), Side.DEBIT);
    }
}
