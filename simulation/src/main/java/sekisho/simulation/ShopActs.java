package sekisho.simulation;

import java.util.Optional;
import sekisho.protocol.AccountKey;
import sekisho.protocol.BookId;
import sekisho.protocol.Command;
import sekisho.protocol.Currency;
import sekisho.protocol.MerchantId;
import sekisho.protocol.Money;
import sekisho.protocol.OperationId;
import sekisho.protocol.PaymentCommand;
import sekisho.protocol.PaymentStatus;
import sekisho.protocol.StateRecord.PaymentRow;
import sekisho.protocol.WalletId;

/** Customers in shops: pay, authorise, capture, void, refund. */
final class ShopActs implements Acts {

    private final World world;
    private final Chance chance;
    private final Recent<OperationId> payments;

    ShopActs(World world) {
        this.world = world;
        this.chance = world.chance;
        payments = new Recent<>(chance, 150);
    }

    /** A payment was begun. */
    void began(OperationId payment) {
        payments.add(payment);
    }

    @Override
    public Command<?> next(BookId book) {
        int roll = chance.below(100);
        if (roll < 50 || payments.isEmpty()) {
            return begin(book);
        }
        OperationId payment = chance.onceIn(50) ? world.unknownOperation() : known(book);
        Optional<PaymentRow> row = world.glance.payment(book, payment);
        boolean captured = row.isPresent() && row.get().status() == PaymentStatus.CAPTURED;
        boolean sensible = chance.percent(85);
        return captured == sensible ? refund(payment, row) : end(payment, row);
    }

    /** A payment of this book that is remembered, if luck has it. */
    private OperationId known(BookId book) {
        OperationId payment = payments.any();
        for (int tries = 0; tries < 8 && world.glance.payment(book, payment).isEmpty(); tries++) {
            payment = payments.any();
        }
        return payment;
    }

    private Command<?> begin(BookId book) {
        WalletId wallet = world.wallet(book);
        MerchantId merchant = world.merchant(book);
        Currency currency = world.currencyOf(book, wallet);
        Money amount = world.amount(AccountKey.wallet(book, wallet, currency));
        if (chance.onceIn(2)) {
            return new PaymentCommand.Pay(wallet, merchant, amount, fee(amount.minorUnits()));
        }
        return new PaymentCommand.Authorise(wallet, merchant, amount, lifetime());
    }

    private long lifetime() {
        return switch (chance.below(4)) {
            case 0 -> chance.between(1L, 60_000);
            case 1 -> 300_000;
            case 2 -> chance.between(60_000L, 86_400_000);
            default -> PaymentCommand.MAX_AUTHORISATION_MILLIS - chance.below(86_400_000);
        };
    }

    private long fee(long amount) {
        return switch (chance.below(6)) {
            case 0, 1 -> 0;
            case 2 -> amount;
            default -> amount / 50;
        };
    }

    private Command<?> end(OperationId payment, Optional<PaymentRow> row) {
        if (chance.onceIn(3)) {
            return new PaymentCommand.Void(payment);
        }
        long held = row.map(found -> found.amount().minorUnits()).orElse(100L);
        long amount = switch (chance.below(6)) {
            case 0, 1 -> 0L;
            case 2 -> Math.min(Money.MAX, held);
            case 3 -> Math.min(Money.MAX, held + 1);
            default -> held / 2;
        };
        long taken = amount == 0 ? held : amount;
        long fee = chance.onceIn(12) ? Math.min(Money.MAX, taken + 1) : fee(taken);
        return new PaymentCommand.Capture(payment, amount, fee);
    }

    private Command<?> refund(OperationId payment, Optional<PaymentRow> row) {
        long remains = row.map(PaymentRow::refundable).orElse(100L);
        long feeRemains = row.map(PaymentRow::refundableFee).orElse(0L);
        long amount = Math.clamp(
                switch (chance.below(6)) {
                    case 0 -> remains;
                    case 1 -> remains + 1;
                    case 2 -> remains - feeRemains + 1;
                    case 3 -> remains - feeRemains;
                    default -> remains / 2;
                },
                1,
                Money.MAX);
        long fee = switch (chance.below(6)) {
            case 0 -> feeRemains;
            case 1 -> feeRemains + 1;
            case 2 -> amount;
            default -> feeRemains / 2;
        };
        return new PaymentCommand.Refund(payment, amount, Math.min(fee, amount));
    }
}
