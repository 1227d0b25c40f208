package sekisho.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import sekisho.protocol.AccountKey;
import sekisho.protocol.BookId;
import sekisho.protocol.CashOutCommand;
import sekisho.protocol.CheckpointCommand;
import sekisho.protocol.Command;
import sekisho.protocol.Currency;
import sekisho.protocol.InstructionCommand;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.MerchantId;
import sekisho.protocol.Money;
import sekisho.protocol.OperationId;
import sekisho.protocol.PaymentCommand;
import sekisho.protocol.TopUpCommand;
import sekisho.protocol.TransferCommand;
import sekisho.protocol.WalletId;
import sekisho.simulation.Message.Asked;

/** Money behind the checkpoint: in through links, on to others, out again. */
final class FoundedMoneyActs implements Acts {

    /** Most top-ups of one rush. */
    private static final int MOST_AT_ONCE = 6;

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

    /** Money comes in through a link and is to go at once; at times the account's holder locks it before. */
    List<Asked> inAndOut() {
        OperationId link = usable();
        FoundedBook.Way way = book.way(link);
        long amount = chance.of(3_000L, 9_000L, 25_000L);
        Asked start = book.signed(new TopUpCommand.Start(way.wallet(), link, Money.yen(amount)));
        OperationId instruction = OperationId.of(FoundedBook.CLIENT, start.id(), 0);
        List<Asked> all = new ArrayList<>();
        all.add(start);
        all.add(book.signed(new InstructionCommand.Claim(instruction, 60_000)));
        all.add(book.signed(new InstructionCommand.Settled(instruction, 1)));
        boolean locked = chance.onceIn(3);
        if (locked) {
            all.add(book.signed(new CheckpointCommand.LockAccount(way.bank(), way.account(), 0)));
        }
        all.add(book.signed(out(way.wallet(), Money.yen(spendable(way.wallet()) + amount))));
        if (locked) {
            all.add(book.signed(new CheckpointCommand.RejectClaim(way.bank(), way.account(), 0)));
        }
        return all;
    }

    private Command<?> out(WalletId wallet, Money all) {
        return chance.onceIn(2)
                ? new TransferCommand.Send(wallet, book.wallet(), all, false, 0)
                : new PaymentCommand.Pay(wallet, new MerchantId(2), all, 0);
    }

    /** Much comes in within one moment, through links that have a wallet, a person or a bank in common, the strongest first. */
    List<Asked> rush() {
        FoundedBook.Way one = book.way(book.link(LinkStatus.ACTIVE));
        Predicate<FoundedBook.Way> common = switch (chance.below(3)) {
            case 0 -> other -> other.wallet().equals(one.wallet());
            case 1 -> other -> book.person(other.wallet()).equals(book.person(one.wallet()));
            default -> other -> other.bank().equals(one.bank());
        };
        return book.active().stream()
                .filter(link -> common.test(book.way(link)))
                .sorted(Comparator.comparingInt(
                        link -> World.BANKS.indexOf(book.way(link).bank())))
                .limit(MOST_AT_ONCE)
                .map(link -> book.signed(new TopUpCommand.Start(
                        book.way(link).wallet(), link, Money.yen(chance.of(3_000L, 9_000L, 20_000L, 25_000L)))))
                .toList();
    }

    /** A link that can be used; as likely as any other one of the weak bank's. */
    private OperationId usable() {
        List<OperationId> weak = book.active().stream()
                .filter(link -> book.way(link).bank().equals(World.BANKS.getLast()))
                .toList();
        return weak.isEmpty() || chance.onceIn(2) ? book.link(LinkStatus.ACTIVE) : weak.get(chance.below(weak.size()));
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
