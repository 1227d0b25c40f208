package sekisho.simulation;

import java.util.List;
import sekisho.protocol.AccountKey;
import sekisho.protocol.BankId;
import sekisho.protocol.BookId;
import sekisho.protocol.CashOutCommand;
import sekisho.protocol.Command;
import sekisho.protocol.Currency;
import sekisho.protocol.LinkCommand;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.Money;
import sekisho.protocol.OperationId;
import sekisho.protocol.StateRecord.LinkRow;
import sekisho.protocol.TopUpCommand;
import sekisho.protocol.TransferCommand;
import sekisho.protocol.WalletId;

/** Customers: send money, link banks, top up and cash out. */
final class CustomerActs implements Acts {

    private final World world;
    private final Chance chance;

    CustomerActs(World world) {
        this.world = world;
        this.chance = world.chance;
    }

    @Override
    public Command<?> next(BookId book) {
        int roll = chance.below(100);
        if (roll < 45) {
            return send(book);
        }
        if (roll < 80) {
            return withBank(book);
        }
        return link(book);
    }

    /** Starts top-ups and nothing else: while the workers are away these pile up. */
    Command<?> topUp(BookId book) {
        WalletId wallet = world.wallet(book);
        return new TopUpCommand.Start(wallet, linkOf(book, wallet), new Money(1 + chance.below(200), Currency.JPY));
    }

    private Command<?> send(BookId book) {
        WalletId from = world.wallet(book);
        WalletId to = chance.onceIn(50) ? from : world.wallet(book);
        Currency currency = world.currencyOf(book, from);
        Money amount = world.amount(AccountKey.wallet(book, from, currency));
        return new TransferCommand.Send(from, to, amount, chance.onceIn(6), chance.below(0x10000));
    }

    private Command<?> withBank(BookId book) {
        WalletId wallet = world.wallet(book);
        for (int tries = 0; tries < 3 && world.glance.links(book, wallet).isEmpty(); tries++) {
            wallet = world.wallet(book);
        }
        Currency currency = world.currencyOf(book, wallet);
        AccountKey account = AccountKey.wallet(book, wallet, currency);
        BankId bank = world.bank();
        OperationId link = linkOf(book, wallet);
        BankId linked = world.glance.link(book, link).map(LinkRow::bank).orElse(bank);
        return switch (chance.below(10)) {
            case 0, 1 -> new TopUpCommand.Received(wallet, bank, inTest(world.amountThrough(bank, account)));
            case 2 -> new CashOutCommand.PaidOut(wallet, bank, inTest(world.amount(account)));
            case 3, 4, 5 -> new CashOutCommand.Start(wallet, link, world.amountThrough(linked, account));
            default -> new TopUpCommand.Start(wallet, link, world.amountThrough(linked, account));
        };
    }

    /** Only test money may come without an instruction, which some try all the same. */
    private Money inTest(Money amount) {
        return amount.currency().equals(Currency.JPY) && !chance.onceIn(8)
                ? new Money(amount.minorUnits(), World.TEST)
                : amount;
    }

    private Command<?> link(BookId book) {
        WalletId wallet = chance.onceIn(5) ? new WalletId(2) : world.wallet(book);
        return switch (chance.below(12)) {
            case 0, 1, 2, 3 -> new LinkCommand.Request(wallet, world.bank());
            case 4, 5, 6, 7, 8, 9, 10 ->
                new LinkCommand.Activate(wallet, requestedLinkOf(book, wallet), 1 + chance.below(1L << 62));
            default -> new LinkCommand.Close(wallet, linkOf(book, wallet), chance.below(0x10000));
        };
    }

    /** A link of the wallet, an active one if luck has it; now and then another wallet's. */
    private OperationId linkOf(BookId book, WalletId wallet) {
        return linkOf(book, wallet, LinkStatus.ACTIVE);
    }

    private OperationId requestedLinkOf(BookId book, WalletId wallet) {
        return linkOf(book, wallet, LinkStatus.REQUESTED);
    }

    private OperationId linkOf(BookId book, WalletId wallet, LinkStatus wanted) {
        List<OperationId> links = world.glance.links(book, chance.onceIn(40) ? world.wallet(book) : wallet);
        if (links.isEmpty()) {
            return world.unknownOperation();
        }
        OperationId link = chance.of(links);
        for (int tries = 0; tries < 6 && !has(book, link, wanted); tries++) {
            link = chance.of(links);
        }
        return link;
    }

    private boolean has(BookId book, OperationId link, LinkStatus status) {
        return world.glance
                .link(book, link)
                .filter(row -> row.status() == status)
                .isPresent();
    }
}
