package sekisho.server.api.payments;

import static sekisho.protocol.Refusal.ACCOUNT_NOT_FOUND;
import static sekisho.protocol.Refusal.AMOUNT_OVERFLOW;
import static sekisho.protocol.Refusal.CREDITS_FROZEN;
import static sekisho.protocol.Refusal.CURRENCY_NOT_FOUND;
import static sekisho.protocol.Refusal.DEBITS_FROZEN;
import static sekisho.protocol.Refusal.FEE_OVER_AMOUNT;
import static sekisho.protocol.Refusal.INSUFFICIENT_FUNDS;
import static sekisho.protocol.Refusal.MERCHANT_CLOSED;
import static sekisho.protocol.Refusal.MORE_THAN_HELD;
import static sekisho.protocol.Refusal.MORE_THAN_REMAINS;
import static sekisho.protocol.Refusal.OVER_LIMIT_24_HOURS;
import static sekisho.protocol.Refusal.OVER_LIMIT_30_DAYS;
import static sekisho.protocol.Refusal.OVER_LIMIT_DAY;
import static sekisho.protocol.Refusal.OVER_LIMIT_MONTH;
import static sekisho.protocol.Refusal.OVER_LIMIT_PER_OPERATION;
import static sekisho.protocol.Refusal.PAYEE_CLOSED;
import static sekisho.protocol.Refusal.PAYEE_NOT_FOUND;
import static sekisho.protocol.Refusal.PAYMENT_CAPTURED;
import static sekisho.protocol.Refusal.PAYMENT_EXPIRED;
import static sekisho.protocol.Refusal.PAYMENT_NOT_CAPTURED;
import static sekisho.protocol.Refusal.PAYMENT_NOT_FOUND;
import static sekisho.protocol.Refusal.PAYMENT_VOIDED;
import static sekisho.protocol.Refusal.SAFEGUARDING_SHORTFALL;
import static sekisho.protocol.Refusal.TABLE_FULL;
import static sekisho.protocol.Refusal.WALLET_CLOSED;
import static sekisho.protocol.Refusal.WALLET_NOT_FOUND;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import sekisho.protocol.OperationId;
import sekisho.protocol.PaymentCommand;
import sekisho.protocol.PaymentOutcome;
import sekisho.protocol.PaymentStatus;
import sekisho.server.access.Allowed;
import sekisho.server.access.Scope;
import sekisho.server.api.ApiRequest;
import sekisho.server.api.Changes;
import sekisho.server.api.Defaults;
import sekisho.server.api.Ids;
import sekisho.server.api.NoBody;
import sekisho.server.api.Refuses;
import sekisho.server.json.Fee;
import sekisho.server.problem.Fields;
import sekisho.server.problem.Subject;

@RestController
@Tag(name = "Payments", description = "Money from wallets to merchants, and back.")
final class PaymentChanges {
    private static final Fields PAYEE = Fields.USUAL.with(Subject.PAYEE, "/merchant");
    private static final Fields IN_PATH = Fields.USUAL.inPath(Subject.PAYMENT);

    private final Changes changes;

    PaymentChanges(Changes changes) {
        this.changes = changes;
    }

    @PostMapping("/v1/payments")
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(Scope.PAYMENTS_WRITE)
    @Refuses({
        CURRENCY_NOT_FOUND,
        WALLET_NOT_FOUND,
        WALLET_CLOSED,
        PAYEE_NOT_FOUND,
        PAYEE_CLOSED,
        DEBITS_FROZEN,
        CREDITS_FROZEN,
        ACCOUNT_NOT_FOUND,
        OVER_LIMIT_PER_OPERATION,
        OVER_LIMIT_24_HOURS,
        OVER_LIMIT_30_DAYS,
        OVER_LIMIT_DAY,
        OVER_LIMIT_MONTH,
        INSUFFICIENT_FUNDS,
        FEE_OVER_AMOUNT,
        AMOUNT_OVERFLOW,
        TABLE_FULL
    })
    @Operation(summary = "Pay a merchant at once")
    ResponseEntity<Paid> pay(ApiRequest request, @RequestBody Pay body) {
        return changes.apply(
                request,
                body.command(),
                new Changes.Accepted<>(HttpStatus.CREATED, PAYEE, PaymentOutcome.Paid.class),
                paid -> new Paid(
                        Ids.operation(request),
                        PaymentStatus.CAPTURED,
                        body.wallet(),
                        body.merchant(),
                        body.amount(),
                        Defaults.of(body.currency()),
                        new Fee(Defaults.of(body.fee())),
                        paid.balance()));
    }

    @PostMapping("/v1/authorisations")
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(Scope.PAYMENTS_WRITE)
    @Refuses({
        CURRENCY_NOT_FOUND,
        WALLET_NOT_FOUND,
        WALLET_CLOSED,
        PAYEE_NOT_FOUND,
        PAYEE_CLOSED,
        DEBITS_FROZEN,
        CREDITS_FROZEN,
        ACCOUNT_NOT_FOUND,
        OVER_LIMIT_PER_OPERATION,
        OVER_LIMIT_24_HOURS,
        OVER_LIMIT_30_DAYS,
        OVER_LIMIT_DAY,
        OVER_LIMIT_MONTH,
        INSUFFICIENT_FUNDS,
        AMOUNT_OVERFLOW,
        TABLE_FULL
    })
    @Operation(
            summary = "Hold money for a merchant",
            description = "The id is a payment's: capture or void it before it expires.")
    ResponseEntity<Authorised> authorise(ApiRequest request, @RequestBody Authorise body) {
        return changes.apply(
                request,
                body.command(),
                new Changes.Accepted<>(HttpStatus.CREATED, PAYEE, PaymentOutcome.Authorised.class),
                held -> new Authorised(
                        Ids.operation(request),
                        PaymentStatus.AUTHORISED,
                        body.wallet(),
                        body.merchant(),
                        body.amount(),
                        Defaults.of(body.currency()),
                        Instant.ofEpochMilli(held.expiresAt())));
    }

    @PostMapping("/v1/payments/{payment}/capture")
    @Allowed(Scope.PAYMENTS_WRITE)
    @Refuses({
        PAYMENT_NOT_FOUND,
        PAYMENT_EXPIRED,
        PAYMENT_CAPTURED,
        PAYMENT_VOIDED,
        CREDITS_FROZEN,
        MORE_THAN_HELD,
        FEE_OVER_AMOUNT,
        AMOUNT_OVERFLOW
    })
    @Operation(summary = "Take held money, or a part of it", description = "Once; what is left of it is released.")
    ResponseEntity<Captured> capture(
            ApiRequest request,
            @PathVariable OperationId payment,
            @RequestBody(required = false) @Nullable Capture body) {
        long amount = body == null || body.amount() == null ? 0 : body.amount().minorUnits();
        return changes.apply(
                request,
                new PaymentCommand.Capture(payment, amount, body == null ? 0 : Defaults.of(body.fee())),
                new Changes.Accepted<>(
                        HttpStatus.OK, IN_PATH.with(Subject.PAYEE, "payment"), PaymentOutcome.Captured.class),
                captured -> new Captured(
                        payment,
                        PaymentStatus.CAPTURED,
                        captured.captured().minorUnits(),
                        captured.released(),
                        captured.currency()));
    }

    @PostMapping("/v1/payments/{payment}/void")
    @Allowed(Scope.PAYMENTS_WRITE)
    @Refuses({PAYMENT_NOT_FOUND, PAYMENT_EXPIRED, PAYMENT_CAPTURED, PAYMENT_VOIDED})
    @Operation(summary = "Release held money")
    ResponseEntity<Voided> release(
            ApiRequest request,
            @PathVariable OperationId payment,
            @RequestBody(required = false) @Nullable NoBody body) {
        return changes.apply(
                request,
                new PaymentCommand.Void(payment),
                new Changes.Accepted<>(HttpStatus.OK, IN_PATH, PaymentOutcome.Voided.class),
                voided -> new Voided(
                        payment, PaymentStatus.VOIDED, voided.released().minorUnits(), voided.currency()));
    }

    @PostMapping("/v1/payments/{payment}/refunds")
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(Scope.PAYMENTS_WRITE)
    @Refuses({
        PAYMENT_NOT_FOUND,
        PAYMENT_NOT_CAPTURED,
        MERCHANT_CLOSED,
        WALLET_CLOSED,
        DEBITS_FROZEN,
        CREDITS_FROZEN,
        MORE_THAN_REMAINS,
        FEE_OVER_AMOUNT,
        INSUFFICIENT_FUNDS,
        SAFEGUARDING_SHORTFALL,
        AMOUNT_OVERFLOW
    })
    @Operation(
            summary = "Give back a captured payment, or a part of it",
            description = "As often as something remains.")
    ResponseEntity<Refunded> refund(ApiRequest request, @PathVariable OperationId payment, @RequestBody Refund body) {
        return changes.apply(
                request,
                body.command(payment),
                new Changes.Accepted<>(
                        HttpStatus.CREATED,
                        IN_PATH.with(Subject.WALLET, "payment")
                                .with(Subject.PAYEE, "payment")
                                .with(Subject.MERCHANT, "payment"),
                        PaymentOutcome.Refunded.class),
                refunded -> new Refunded(
                        Ids.operation(request), payment, body.amount(), refunded.currency(), refunded.remaining()));
    }
}
