package sekisho.auditor;

import java.util.List;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BankId;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.Command;
import sekisho.protocol.Currency;
import sekisho.protocol.LedgerCommand;
import sekisho.protocol.Limit;
import sekisho.protocol.Line;
import sekisho.protocol.Operation;
import sekisho.protocol.OperationId;
import sekisho.protocol.Outcome;
import sekisho.protocol.Request;
import sekisho.protocol.RequestId;
import sekisho.protocol.SettingsCommand;
import sekisho.protocol.Side;
import sekisho.protocol.TierId;
import sekisho.protocol.WalletCommand;
import sekisho.protocol.WalletId;

/** Somebody who asks the auditor one thing at a time: yen, one bank, two wallets with ¥1,000 each, no limits. */
final class Desk {

    static final long BEGIN = 1_800_000_000_000L;
    static final BankId BANK = new BankId(1);
    static final WalletId AYA = new WalletId(1);
    static final WalletId BEN = new WalletId(2);

    private static final TierId TIER = new TierId(1);

    final Auditor auditor = new Auditor(AuditedCapacity.STANDARD);
    long time = BEGIN;
    private long asked;

    Desk() {
        ask(new SettingsCommand.DefineCurrency(Currency.JPY, 0, false));
        ask(new BankCommand.Register(BANK));
        for (Operation operation : Operation.values()) {
            ask(new SettingsCommand.SetLimit(TIER, Currency.JPY, operation, Limit.UNLIMITED));
        }
        ask(new SettingsCommand.SetBalanceCap(TIER, Currency.JPY, Limit.NONE));
        for (WalletId wallet : List.of(AYA, BEN)) {
            ask(new WalletCommand.Open(wallet, TIER, Currency.JPY, 0, 0));
            ask(new LedgerCommand.Book(
                    List.of(
                            new Line(bank(AccountKind.SETTLEMENT), Side.DEBIT, 1_000),
                            new Line(account(wallet), Side.CREDIT, 1_000)),
                    false,
                    OperationId.NONE));
        }
    }

    static AccountKey account(WalletId wallet) {
        return AccountKey.wallet(BookId.FIRST, wallet, Currency.JPY);
    }

    static AccountKey bank(AccountKind kind) {
        return AccountKey.bank(BookId.FIRST, kind, BANK, Currency.JPY);
    }

    /** Sets what both wallets may do. */
    void limit(Operation operation, Limit limit) {
        ask(new SettingsCommand.SetLimit(TIER, Currency.JPY, operation, limit));
    }

    Request request(Command<?> command) {
        RequestId id = RequestId.of(time, 0, ++asked);
        return Request.of(BookId.FIRST, new ClientId(1), id, command.hashCode(), command);
    }

    Outcome ask(Command<?> command) {
        return answer(request(command)).answer().outcome();
    }

    Answered answer(Request request) {
        return auditor.frame(List.of(request), time).answers().getFirst();
    }

    long balance(AccountKey account) {
        return auditor.balances().getOrDefault(account, 0L);
    }

    /** Time passes, minute by minute so that the clock does not halt. */
    void waitMillis(long millis) {
        long until = time + millis;
        while (time < until) {
            time = Math.min(until, time + 60_000);
            auditor.tick(time);
        }
    }
}
