package sekisho.server.wallet.pay;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.OperationId;
import sekisho.protocol.OutcomeKind;
import sekisho.protocol.PaymentStatus;
import sekisho.server.entrance.Customer;
import sekisho.server.history.PaymentChange;
import sekisho.server.history.PaymentState;
import sekisho.server.history.Payments;
import sekisho.server.json.Forms;
import sekisho.server.pages.NotThere;
import sekisho.server.pages.Visit;
import sekisho.server.shop.DayList;
import sekisho.server.shop.Shop;
import sekisho.server.shop.Shops;

/** How payments stand, for who pays. Any thread. */
public final class PaymentReceipts {
    private final Payments payments;
    private final Shops shops;

    PaymentReceipts(Payments payments, Shops shops) {
        this.payments = payments;
        this.shops = shops;
    }

    /**
     * What is shown.
     *
     * @param status {@code held}, {@code paid}, {@code part-refunded}, {@code refunded}, {@code voided} or {@code expired}
     * @param yen what it cost so far, or is held
     * @param until when a hold ends by itself; null: nothing is held
     */
    public record Receipt(
            String shop,
            String place,
            String status,
            long yen,
            List<Step> steps,
            @Nullable Instant until,
            String reference) {}

    /**
     * One change.
     *
     * @param signed yen: below 0 went to the shop; 0: nothing moved
     */
    public record Step(Instant at, String text, long signed) {}

    /** How a payment stands; empty: it is none. @throws NotThere it is somebody else's */
    public Optional<Receipt> find(Visit visit, Customer customer, OperationId operation) {
        List<PaymentChange> changes = payments.changes(operation);
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        PaymentState state = payments.find(operation).orElseThrow();
        if (!state.wallet().equals(customer.wallet())) {
            throw new NotThere();
        }
        Optional<Shop> shop = Optional.ofNullable(state.merchant()).flatMap(shops::find);
        String reference =
                Forms.OPERATION.write().apply(operation).substring(0, 8).toUpperCase(Locale.ROOT);
        return Optional.of(new Receipt(
                shop.map(known -> known.name(visit.language())).orElse(visit.say("pay.some-shop")),
                shop.map(known -> known.place(visit.language())).orElse(""),
                DayList.status(state),
                state.status() == PaymentStatus.CAPTURED
                        ? state.captured()
                        : state.amount().minorUnits(),
                changes.stream().map(change -> step(visit, change)).toList(),
                state.status() == PaymentStatus.AUTHORISED ? state.expiresAt() : null,
                "T-" + reference.substring(0, 4) + "-" + reference.substring(4)));
    }

    private static Step step(Visit visit, PaymentChange change) {
        OutcomeKind outcome = change.outcome();
        long yen = change.amount().minorUnits();
        if (outcome == OutcomeKind.PAYMENT_REFUNDED) {
            return new Step(change.changedAt(), visit.say("payment.step.refunded"), yen);
        }
        if (outcome == OutcomeKind.PAYMENT_PAID || outcome == OutcomeKind.PAYMENT_CAPTURED) {
            return new Step(change.changedAt(), visit.say("payment.step.paid"), -yen);
        }
        return new Step(change.changedAt(), visit.say("payment.step." + word(change.status()), visit.yen(yen)), 0);
    }

    private static String word(PaymentStatus status) {
        return switch (status) {
            case AUTHORISED -> "held";
            case CAPTURED -> "paid";
            case VOIDED -> "voided";
            case EXPIRED -> "expired";
        };
    }
}
