package sekisho.simulation;

import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.BookId;
import sekisho.protocol.Command;
import sekisho.protocol.Currency;
import sekisho.protocol.FreezeScope;
import sekisho.protocol.MerchantCommand;
import sekisho.protocol.MerchantId;
import sekisho.protocol.Money;
import sekisho.protocol.WalletCommand;
import sekisho.protocol.WalletId;

/** The operator's desk: wallets, merchants and banks are opened, stopped and closed; money moves between banks. */
final class RegistryActs implements Acts {

    private final World world;
    private final Chance chance;

    RegistryActs(World world) {
        this.world = world;
        this.chance = world.chance;
    }

    @Override
    public Command<?> next(BookId book) {
        return switch (chance.below(10)) {
            case 0, 1, 2, 3 -> wallet(book);
            case 4, 5 -> merchant(book);
            default -> bank(book);
        };
    }

    private Command<?> wallet(BookId book) {
        WalletId wallet = world.wallet(book);
        int code = chance.below(0x10000);
        return switch (chance.below(16)) {
            case 0, 1, 2 ->
                new WalletCommand.Open(world.newWallet(book), world.tier(), world.currency(), code, chance.next());
            case 3, 4, 5 -> new WalletCommand.AddCurrency(wallet, world.currency(), code, chance.next());
            case 6 -> new WalletCommand.Freeze(wallet, chance.of(FreezeScope.values()), code);
            case 7, 8, 9 ->
                new WalletCommand.Unfreeze(new WalletId(world.frozen(book, AccountKind.WALLET)), thawed(), code);
            case 10, 11 -> new WalletCommand.SetTier(wallet, world.tier());
            case 12, 13 -> {
                long floor = chance.of(0L, -1L, -500L, -chance.magnitude(100_000), -Money.MAX);
                yield new WalletCommand.SetFloor(wallet, world.currencyOf(book, wallet), floor);
            }
            default -> new WalletCommand.Close(new WalletId(world.leaving(book, AccountKind.WALLET)));
        };
    }

    private Command<?> merchant(BookId book) {
        MerchantId merchant = world.merchant(book);
        int code = chance.below(0x10000);
        return switch (chance.below(10)) {
            case 0, 1, 2, 3 ->
                new MerchantCommand.Open(
                        chance.onceIn(3) ? world.newMerchant(book) : merchant, world.currency(), code, chance.next());
            case 4 -> new MerchantCommand.Freeze(merchant, chance.of(FreezeScope.values()), code);
            case 5, 6, 7 ->
                new MerchantCommand.Unfreeze(new MerchantId(world.frozen(book, AccountKind.MERCHANT)), thawed(), code);
            default -> new MerchantCommand.Close(new MerchantId(world.leaving(book, AccountKind.MERCHANT)));
        };
    }

    private FreezeScope thawed() {
        return chance.onceIn(2) ? FreezeScope.ALL : chance.of(FreezeScope.values());
    }

    private Command<?> bank(BookId book) {
        BankId bank = world.bank();
        BankOperation operation = chance.of(BankOperation.values());
        int reason = chance.below(0x10000);
        return switch (chance.below(14)) {
            case 12 -> new BankCommand.SuspendAll(bank, 1 + chance.below(7), reason);
            case 13 -> new BankCommand.ReopenAll(bank, 1 + chance.below(7), reason);
            case 0 -> new BankCommand.Register(bank);
            case 1 -> new BankCommand.Suspend(bank, operation, reason);
            case 2, 3, 4, 5 -> new BankCommand.Reopen(bank, operation, reason);
            case 6, 7, 8 -> sweep(book, bank);
            default -> arrived(book, bank);
        };
    }

    private Command<?> sweep(BookId book, BankId from) {
        Currency currency = world.currency();
        AccountKey account = AccountKey.bank(book, AccountKind.SETTLEMENT, from, currency);
        return new BankCommand.Sweep(from, world.bank(), world.amount(account));
    }

    private Command<?> arrived(BookId book, BankId from) {
        Currency currency = world.currency();
        AccountKey account = AccountKey.bank(book, AccountKind.IN_TRANSIT, from, currency);
        return new BankCommand.SweepArrived(from, world.bank(), world.amount(account));
    }
}
