package sekisho.simulation;

import java.util.ArrayList;
import java.util.List;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BankId;
import sekisho.protocol.BookId;
import sekisho.protocol.Command;
import sekisho.protocol.Currency;
import sekisho.protocol.LedgerCommand;
import sekisho.protocol.Limit;
import sekisho.protocol.Line;
import sekisho.protocol.LinkCommand;
import sekisho.protocol.MerchantCommand;
import sekisho.protocol.MerchantId;
import sekisho.protocol.Operation;
import sekisho.protocol.OperationId;
import sekisho.protocol.SettingsCommand;
import sekisho.protocol.Side;
import sekisho.protocol.TierId;
import sekisho.protocol.WalletCommand;
import sekisho.protocol.WalletId;

/** What an operator does before anybody comes: currencies, limits, banks, the first wallets and shops. */
final class Setup {

    private static final List<Currency> CURRENCIES = List.of(Currency.JPY, World.TEST, World.OTHER, World.HUGE);

    private final World world;
    private final SettingsActs settings;

    Setup(World world, SettingsActs settings) {
        this.world = world;
        this.settings = settings;
    }

    /** In this order; the currencies are there once they were defined for the first book. */
    List<Command<?>> commands(BookId book) {
        List<Command<?>> all = new ArrayList<>();
        all.add(new SettingsCommand.DefineCurrency(Currency.JPY, 0, false));
        all.add(new SettingsCommand.DefineCurrency(World.TEST, 2, true));
        all.add(new SettingsCommand.DefineCurrency(World.OTHER, 2, true));
        all.add(new SettingsCommand.DefineCurrency(World.HUGE, 0, true));
        for (Currency currency : CURRENCIES) {
            tiers(all, currency);
        }
        for (BankId bank : World.BANKS) {
            all.add(new BankCommand.Register(bank));
        }
        for (int number = 1; number <= world.wallets(book); number++) {
            wallet(all, book, new WalletId(number));
        }
        for (int number = 1; number <= world.merchants(book); number++) {
            merchant(all, new MerchantId(number));
        }
        return all;
    }

    private void tiers(List<Command<?>> all, Currency currency) {
        for (Operation operation : Operation.values()) {
            all.add(new SettingsCommand.SetLimit(World.TIGHT, currency, operation, settings.tight()));
            all.add(new SettingsCommand.SetLimit(
                    World.LOOSE, currency, operation, new Limit(Limit.NONE, 500_000, 900_000, 400_000, 800_000)));
            all.add(new SettingsCommand.SetLimit(World.FREE, currency, operation, Limit.UNLIMITED));
        }
        for (TierId tier : List.of(World.LOOSE, World.FREE, World.UNCOUNTED)) {
            all.add(new SettingsCommand.SetBalanceCap(tier, currency, Limit.NONE));
        }
        all.add(new SettingsCommand.SetBalanceCap(World.TIGHT, currency, 5_000));
    }

    private void wallet(List<Command<?>> all, BookId book, WalletId wallet) {
        boolean huge = wallet.value() <= World.HUGE_OWNERS;
        TierId tier = huge ? World.FREE : world.tier();
        all.add(new WalletCommand.Open(wallet, tier, Currency.JPY, 1, wallet.value()));
        all.add(new WalletCommand.AddCurrency(wallet, huge ? World.HUGE : World.TEST, 2, -wallet.value()));
        all.add(new LinkCommand.Request(wallet, World.BANKS.getFirst()));
        all.add(new LedgerCommand.Book(
                List.of(
                        new Line(
                                AccountKey.bank(book, AccountKind.SETTLEMENT, World.BANKS.getFirst(), Currency.JPY),
                                Side.DEBIT,
                                10_000),
                        new Line(AccountKey.wallet(book, wallet, Currency.JPY), Side.CREDIT, 10_000)),
                false,
                OperationId.NONE));
    }

    private void merchant(List<Command<?>> all, MerchantId merchant) {
        all.add(new MerchantCommand.Open(merchant, Currency.JPY, 3, 0));
        all.add(new MerchantCommand.Open(
                merchant, merchant.value() <= World.HUGE_OWNERS ? World.HUGE : World.TEST, 3, 0));
    }
}
