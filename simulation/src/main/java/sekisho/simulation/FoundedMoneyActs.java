package sekisho.simulation;

import sekisho.protocol.AccountKey;
import sekisho.protocol.BookId;
import sekisho.protocol.CashOutCommand;
import sekisho.protocol.Command;
import sekisho.protocol.Currency;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.MerchantId;
import sekisho.protocol.Money;
import sekisho.protocol.OperationId;
import sekisho.protocol.PaymentCommand;
import sekisho.protocol.TopUpCommand;
import sekisho.protocol.TransferCommand;
import sekisho.protocol.WalletId;

/** Money behind the checkpoint: in through links, on to others, out again. */
final class FoundedMoneyActs implements Acts {

    private final FoundedBook book;
    private final Chance chance;

    FoundedMoneyActs(FoundedBook book) {
        this.book = book;
        chance = book.chance;
    }

    @Override
    public Command<?> next(BookId in) {
        return switch (chance.below(16)) {
            case 0, 1, 2, 3, 4, 5, 6 -> {
                OperationId link = link();
                yield new TopUpCommand.Start(book.way(link).wallet(), link, amount());
            }
            case 7, 8 -> {
                OperationId link = link();
                WalletId wallet = book.way(link).wallet();
                yield new CashOutCommand.Start(wallet, link, some(wallet));
            }
            case 9, 10, 11 -> {
                WalletId from = rich();
                yield new TransferCommand.Send(from, book.wallet(), some(from), chance.onceIn(4), 0);
            }
            case 12 -> {
                WalletId wallet = rich();
                yield new PaymentCommand.Pay(wallet, merchant(), some(wallet), 0);
            }
            case 13 -> {
                WalletId wallet = rich();
                yield new PaymentCommand.Authorise(wallet, merchant(), some(wallet), 3_600_000);
            }
            case 14 -> new PaymentCommand.Capture(payment(), 0, 0);
            default -> new PaymentCommand.Refund(payment(), 1 + chance.below(2_000), 0);
        };
    }

    private OperationId link() {
        return book.link(LinkStatus.ACTIVE, LinkStatus.ACTIVE, LinkStatus.ACTIVE, chance.of(LinkStatus.values()));
    }

    private OperationId payment() {
        return book.payments.isEmpty()
                ? book.world.unknownOperation()
                : book.payments.get(book.payments.size() - 1 - chance.skewed(book.payments.size()));
    }

    private MerchantId merchant() {
        return new MerchantId(1 + chance.below(FoundedSetup.MERCHANTS));
    }

    /** A wallet with money, if luck has it. */
    private WalletId rich() {
        WalletId wallet = book.wallet();
        for (int tries = 0; tries < 6 && spendable(wallet) == 0; tries++) {
            wallet = book.wallet();
        }
        return wallet;
    }

    private long spendable(WalletId wallet) {
        AccountKey account = AccountKey.wallet(World.GUARDED, wallet, Currency.JPY);
        return book.world.glance.account(account).isEmpty() ? 0 : book.world.glance.spendable(account);
    }

    private Money some(WalletId wallet) {
        long all = Math.max(1, spendable(wallet));
        return new Money(chance.onceIn(3) ? all : 1 + chance.below(all), Currency.JPY);
    }

    private Money amount() {
        return new Money(chance.of(1_000L, 2_000L, 5_000L, 9_000L, 10_000L, 30_001L), Currency.JPY);
    }
}
