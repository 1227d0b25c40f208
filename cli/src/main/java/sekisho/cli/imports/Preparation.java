package sekisho.cli.imports;

import java.util.ArrayList;
import java.util.List;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BankCommand;
import sekisho.protocol.Command;
import sekisho.protocol.LedgerCommand;
import sekisho.protocol.Limit;
import sekisho.protocol.Line;
import sekisho.protocol.MerchantCommand;
import sekisho.protocol.Money;
import sekisho.protocol.Operation;
import sekisho.protocol.OperationId;
import sekisho.protocol.SettingsCommand;
import sekisho.protocol.Side;
import sekisho.protocol.WalletCommand;

/**
 * What has to be there before the first row: a test currency with two decimals, a tier without limits, a bank, all wallets and
 * merchants, and the opening balances. The opening account brings the money: what it owes its wallets it has at the bank, so that
 * e-money and settled funds are equal from the first entry on, and it ends at 0.
 */
final class Preparation {
    private static final AccountKey OPENING = AccountKey.house(Script.BOOK, AccountKind.OPENING, Script.CURRENCY);
    private static final AccountKey SETTLEMENT =
            AccountKey.bank(Script.BOOK, AccountKind.SETTLEMENT, Script.BANK, Script.CURRENCY);

    /** Wallets of one posting: its lines but for settlement and twice the opening account. */
    private static final int WALLETS_A_POSTING = LedgerCommand.MAX_LINES - 3;

    private final Accounts accounts;
    private final Owners owners;
    private final Overdraft overdraft;
    private final List<Command<?>> commands = new ArrayList<>();

    Preparation(Accounts accounts, Owners owners, Overdraft overdraft) {
        this.accounts = accounts;
        this.owners = owners;
        this.overdraft = overdraft;
    }

    /**
     * All of it, in order.
     *
     * @throws BadFile if a wallet would begin below its floor
     */
    List<Command<?>> commands() throws BadFile {
        settings();
        for (int i = 0; i < accounts.count(); i++) {
            open(i);
        }
        fund(Side.CREDIT);
        fund(Side.DEBIT);
        return List.copyOf(commands);
    }

    private void settings() {
        commands.add(new SettingsCommand.DefineCurrency(Script.CURRENCY, 2, true));
        for (Operation operation : Operation.values()) {
            commands.add(new SettingsCommand.SetLimit(Script.TIER, Script.CURRENCY, operation, Limit.UNLIMITED));
        }
        commands.add(new SettingsCommand.SetBalanceCap(Script.TIER, Script.CURRENCY, Limit.NONE));
        commands.add(new BankCommand.Register(Script.BANK));
    }

    private void open(int account) throws BadFile {
        long name = Hashes.nameNumber(accounts.name(account));
        switch (accounts.kind(account)) {
            case MERCHANT -> commands.add(new MerchantCommand.Open(owners.merchant(account), Script.CURRENCY, 0, name));
            case WALLET -> {
                commands.add(new WalletCommand.Open(owners.wallet(account), Script.TIER, Script.CURRENCY, 0, name));
                setFloor(account);
            }
            case OUTSIDE -> throw new IllegalStateException("who stays outside has no account");
        }
    }

    private void setFloor(int account) throws BadFile {
        long floor = overdraft.floor(accounts.lowest(account));
        if (accounts.first(account) < floor) {
            throw new BadFile("account " + accounts.name(account) + " begins below zero: use --overdraft file");
        }
        if (floor != 0) {
            commands.add(new WalletCommand.SetFloor(owners.wallet(account), Script.CURRENCY, floor));
        }
    }

    /** Gives the wallets that begin above zero what they have (credit), or takes from those below (debit). */
    private void fund(Side side) {
        List<Line> wallets = new ArrayList<>();
        long total = 0;
        for (int i = 0; i < accounts.count(); i++) {
            long amount = side == Side.CREDIT ? accounts.first(i) : -accounts.first(i);
            if (accounts.kind(i) != Party.Kind.WALLET || amount <= 0) {
                continue;
            }
            if (wallets.size() == WALLETS_A_POSTING || total + amount > Money.MAX) {
                commands.add(posting(wallets, side, total));
                wallets.clear();
                total = 0;
            }
            wallets.add(new Line(AccountKey.wallet(Script.BOOK, owners.wallet(i), Script.CURRENCY), side, amount));
            total += amount;
        }
        if (!wallets.isEmpty()) {
            commands.add(posting(wallets, side, total));
        }
    }

    private static Command<?> posting(List<Line> wallets, Side side, long total) {
        Side other = side == Side.CREDIT ? Side.DEBIT : Side.CREDIT;
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(SETTLEMENT, other, total));
        lines.add(new Line(OPENING, side, total));
        lines.add(new Line(OPENING, other, total));
        lines.addAll(wallets);
        return new LedgerCommand.Book(lines, false, OperationId.NONE);
    }
}
