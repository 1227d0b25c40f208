package sekisho.cli.imports;

import java.util.ArrayList;
import java.util.List;
import sekisho.protocol.BankId;
import sekisho.protocol.BookId;
import sekisho.protocol.CashOutCommand;
import sekisho.protocol.Command;
import sekisho.protocol.Currency;
import sekisho.protocol.Money;
import sekisho.protocol.PaymentCommand;
import sekisho.protocol.TierId;
import sekisho.protocol.TopUpCommand;
import sekisho.protocol.TransferCommand;
import sekisho.protocol.WalletId;

/**
 * Everything that an import tells the engine, in order: first what prepares the home (currency, tier, bank, accounts, opening
 * balances), then the rows of the file. All of it is one stream, so that no row can come before its preparation, and the same file
 * gives the same script for ever.
 */
final class Script {
    /** The code for testing of ISO 4217. */
    static final Currency CURRENCY = Currency.of("XTS");

    static final BookId BOOK = BookId.FIRST;
    static final BankId BANK = new BankId(9_999);
    static final TierId TIER = new TierId(255);

    private final ForeignStream stream;
    private final List<Command<?>> preparation;
    private final Owners owners;

    /**
     * Makes the script of a stream.
     *
     * @param number the stream's number
     * @throws BadFile if a wallet would begin below its floor
     */
    Script(ForeignStream stream, long number, Overdraft overdraft) throws BadFile {
        this.stream = stream;
        this.owners = new Owners(stream.accounts(), number);
        this.preparation = new ArrayList<>(new Preparation(stream.accounts(), owners, overdraft).commands());
    }

    /** Which wallets and merchants the file's accounts are. */
    Owners owners() {
        return owners;
    }

    /** How many entries come before the first row. */
    int preparationCount() {
        return preparation.size();
    }

    /** How many entries there are. */
    int count() {
        return preparation.size() + stream.rows().count();
    }

    /** The row of the file, from 0, that an entry is; negative for those of the preparation. */
    int row(int entry) {
        return entry - preparation.size();
    }

    /** The command of an entry, from 0. */
    Command<?> command(int entry) {
        int row = row(entry);
        return row < 0 ? preparation.get(entry) : rowCommand(row);
    }

    /** When an entry took effect: its row's step, or the beginning of the stream. */
    long effectiveAt(int entry) {
        int row = row(entry);
        return stream.format().millis(row < 0 ? 0 : stream.rows().step(row));
    }

    private Command<?> rowCommand(int row) {
        Rows rows = stream.rows();
        WalletId wallet = owners.wallet(rows.origin(row));
        Money amount = new Money(rows.amount(row), CURRENCY);
        int destination = rows.destination(row);
        return switch (rows.action(row)) {
            case CASH_IN -> new TopUpCommand.Received(wallet, BANK, amount);
            case CASH_OUT, DEBIT -> new CashOutCommand.PaidOut(wallet, BANK, amount);
            case PAYMENT -> new PaymentCommand.Pay(wallet, owners.merchant(destination), amount, 0);
            case TRANSFER -> new TransferCommand.Send(wallet, owners.wallet(destination), amount, false, 0);
        };
    }
}
