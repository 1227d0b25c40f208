package sekisho.server.api.ledger;

import static sekisho.protocol.Refusal.ACCOUNT_NOT_FOUND;
import static sekisho.protocol.Refusal.ALREADY_REVERSED;
import static sekisho.protocol.Refusal.AMOUNT_OVERFLOW;
import static sekisho.protocol.Refusal.BALANCING_NEEDS_TWO_LINES;
import static sekisho.protocol.Refusal.BANK_FUNDS_EXHAUSTED;
import static sekisho.protocol.Refusal.BANK_NOT_FOUND;
import static sekisho.protocol.Refusal.CURRENCY_NOT_FOUND;
import static sekisho.protocol.Refusal.HOLD_NOT_FOUND;
import static sekisho.protocol.Refusal.INSUFFICIENT_FUNDS;
import static sekisho.protocol.Refusal.MERCHANT_CLOSED;
import static sekisho.protocol.Refusal.MORE_THAN_HELD;
import static sekisho.protocol.Refusal.PART_OF_MANY_LINES;
import static sekisho.protocol.Refusal.SAFEGUARDING_SHORTFALL;
import static sekisho.protocol.Refusal.TABLE_FULL;
import static sekisho.protocol.Refusal.UNBALANCED;
import static sekisho.protocol.Refusal.WALLET_CLOSED;

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
import sekisho.protocol.LedgerCommand;
import sekisho.protocol.LedgerOutcome;
import sekisho.protocol.OperationId;
import sekisho.server.access.Allowed;
import sekisho.server.access.Scope;
import sekisho.server.api.ApiRequest;
import sekisho.server.api.Changes;
import sekisho.server.api.Defaults;
import sekisho.server.api.Ids;
import sekisho.server.api.NoBody;
import sekisho.server.api.Refuses;
import sekisho.server.problem.Fields;
import sekisho.server.problem.Subject;

@RestController
@Tag(
        name = "Ledger",
        description = "An operator's own postings: opening balances, corrections, compensation, exchange.")
final class LedgerChanges {
    private static final Fields FIELDS = Fields.USUAL
            .with(Subject.WALLET, "/lines")
            .with(Subject.MERCHANT, "/lines")
            .with(Subject.ACCOUNT, "/lines")
            .with(Subject.CURRENCY, "/lines")
            .with(Subject.BANK, "/lines")
            .with(Subject.AMOUNT, "/lines");
    private static final Fields IN_PATH =
            Fields.USUAL.inPath(Subject.HOLD).with(Subject.WALLET, "hold").with(Subject.MERCHANT, "hold");

    private final Changes changes;

    LedgerChanges(Changes changes) {
        this.changes = changes;
    }

    @PostMapping("/v1/postings")
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(Scope.OPERATOR)
    @Refuses({
        CURRENCY_NOT_FOUND,
        ACCOUNT_NOT_FOUND,
        WALLET_CLOSED,
        MERCHANT_CLOSED,
        BANK_NOT_FOUND,
        BALANCING_NEEDS_TWO_LINES,
        UNBALANCED,
        ALREADY_REVERSED,
        INSUFFICIENT_FUNDS,
        BANK_FUNDS_EXHAUSTED,
        SAFEGUARDING_SHORTFALL,
        AMOUNT_OVERFLOW,
        TABLE_FULL
    })
    @Operation(
            summary = "Book lines together",
            description = "Floors, closed accounts and safeguarding bind them; freezes, tiers and limits do not.")
    ResponseEntity<Booked> book(ApiRequest request, @RequestBody Posting body) {
        return changes.apply(
                request,
                new LedgerCommand.Book(
                        Lines.of(body.lines()),
                        Defaults.of(body.upTo()),
                        body.reverses() == null ? OperationId.NONE : body.reverses()),
                new Changes.Accepted<>(HttpStatus.CREATED, FIELDS, LedgerOutcome.Booked.class),
                booked -> new Booked(Ids.operation(request), booked.moved()));
    }

    @PostMapping("/v1/holds")
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(Scope.OPERATOR)
    @Refuses({
        CURRENCY_NOT_FOUND,
        ACCOUNT_NOT_FOUND,
        WALLET_CLOSED,
        MERCHANT_CLOSED,
        BANK_NOT_FOUND,
        UNBALANCED,
        INSUFFICIENT_FUNDS,
        BANK_FUNDS_EXHAUSTED,
        AMOUNT_OVERFLOW,
        TABLE_FULL
    })
    @Operation(
            summary = "Hold lines together",
            description = "Money is reserved at once, and arrives when the hold is posted.")
    ResponseEntity<HeldLines> hold(ApiRequest request, @RequestBody OpenHold body) {
        var time = body.expiresAfterSeconds();
        return changes.apply(
                request,
                new LedgerCommand.Hold(Lines.of(body.lines()), time == null ? 0 : time.seconds() * 1_000),
                new Changes.Accepted<>(HttpStatus.CREATED, FIELDS, LedgerOutcome.Held.class),
                held -> new HeldLines(
                        Ids.operation(request), held.expiresAt() == 0 ? null : Instant.ofEpochMilli(held.expiresAt())));
    }

    @PostMapping("/v1/holds/{hold}/post")
    @Allowed(Scope.OPERATOR)
    @Refuses({
        HOLD_NOT_FOUND,
        PART_OF_MANY_LINES,
        MORE_THAN_HELD,
        WALLET_CLOSED,
        MERCHANT_CLOSED,
        SAFEGUARDING_SHORTFALL,
        AMOUNT_OVERFLOW
    })
    @Operation(summary = "Book a hold, or a part of it")
    ResponseEntity<PostedHold> post(
            ApiRequest request,
            @PathVariable OperationId hold,
            @RequestBody(required = false) @Nullable PostHold body) {
        long amount = body == null || body.amount() == null ? 0 : body.amount().minorUnits();
        return changes.apply(
                request,
                new LedgerCommand.PostHold(hold, amount),
                new Changes.Accepted<>(HttpStatus.OK, IN_PATH, LedgerOutcome.Posted.class),
                posted -> new PostedHold(hold, posted.moved()));
    }

    @PostMapping("/v1/holds/{hold}/void")
    @Allowed(Scope.OPERATOR)
    @Refuses({HOLD_NOT_FOUND})
    @Operation(summary = "Release a hold")
    ResponseEntity<VoidedHold> release(
            ApiRequest request, @PathVariable OperationId hold, @RequestBody(required = false) @Nullable NoBody body) {
        return changes.apply(
                request,
                new LedgerCommand.VoidHold(hold),
                new Changes.Accepted<>(HttpStatus.OK, IN_PATH, LedgerOutcome.Released.class),
                _ -> new VoidedHold(hold));
    }
}
