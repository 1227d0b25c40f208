package sekisho.server.api.instructions;

import static sekisho.protocol.Refusal.ACCOUNT_NOT_FOUND;
import static sekisho.protocol.Refusal.AMOUNT_OVERFLOW;
import static sekisho.protocol.Refusal.BANK_FUNDS_EXHAUSTED;
import static sekisho.protocol.Refusal.BANK_NOT_FOUND;
import static sekisho.protocol.Refusal.BANK_SUSPENDED;
import static sekisho.protocol.Refusal.CURRENCY_NOT_FOUND;
import static sekisho.protocol.Refusal.DEBITS_FROZEN;
import static sekisho.protocol.Refusal.INSUFFICIENT_FUNDS;
import static sekisho.protocol.Refusal.LINK_NOT_ACTIVE;
import static sekisho.protocol.Refusal.LINK_NOT_FOUND;
import static sekisho.protocol.Refusal.OVER_LIMIT_24_HOURS;
import static sekisho.protocol.Refusal.OVER_LIMIT_30_DAYS;
import static sekisho.protocol.Refusal.OVER_LIMIT_DAY;
import static sekisho.protocol.Refusal.OVER_LIMIT_MONTH;
import static sekisho.protocol.Refusal.OVER_LIMIT_PER_OPERATION;
import static sekisho.protocol.Refusal.TABLE_FULL;
import static sekisho.protocol.Refusal.TEST_CURRENCY_ONLY;
import static sekisho.protocol.Refusal.WALLET_CLOSED;
import static sekisho.protocol.Refusal.WALLET_NOT_FOUND;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import sekisho.protocol.CashOutOutcome;
import sekisho.server.access.Allowed;
import sekisho.server.access.Scope;
import sekisho.server.api.ApiRequest;
import sekisho.server.api.Changes;
import sekisho.server.api.Ids;
import sekisho.server.api.Refuses;
import sekisho.server.problem.Fields;
import sekisho.server.problem.Subject;

@RestController
@Tag(name = "Cash-outs", description = "Money from wallets to bank accounts.")
final class CashOutChanges {
    private static final Fields STARTED = Fields.USUAL.with(Subject.BANK, "/link");

    private final Changes changes;
    private final BankRoom room;

    CashOutChanges(Changes changes, BankRoom room) {
        this.changes = changes;
        this.room = room;
    }

    @PostMapping("/v1/cash-outs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Allowed(Scope.PAYMENTS_WRITE)
    @Refuses({
        CURRENCY_NOT_FOUND,
        WALLET_NOT_FOUND,
        WALLET_CLOSED,
        DEBITS_FROZEN,
        ACCOUNT_NOT_FOUND,
        LINK_NOT_FOUND,
        LINK_NOT_ACTIVE,
        BANK_SUSPENDED,
        OVER_LIMIT_PER_OPERATION,
        OVER_LIMIT_24_HOURS,
        OVER_LIMIT_30_DAYS,
        OVER_LIMIT_DAY,
        OVER_LIMIT_MONTH,
        INSUFFICIENT_FUNDS,
        BANK_FUNDS_EXHAUSTED,
        AMOUNT_OVERFLOW,
        TABLE_FULL
    })
    @Operation(
            summary = "Cash out to the wallet's bank account",
            description = "The money is held until the bank has moved it.")
    ResponseEntity<StartedMovement> start(ApiRequest request, @RequestBody Movement body) {
        room.require(body.link());
        return changes.apply(
                request,
                body.cashOut(),
                new Changes.Accepted<>(HttpStatus.ACCEPTED, STARTED, CashOutOutcome.Started.class),
                _ -> StartedMovement.of(Ids.operation(request), body));
    }

    @PostMapping("/v1/cash-outs/paid-out")
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(Scope.OPERATOR)
    @Refuses({
        CURRENCY_NOT_FOUND,
        TEST_CURRENCY_ONLY,
        WALLET_NOT_FOUND,
        WALLET_CLOSED,
        DEBITS_FROZEN,
        ACCOUNT_NOT_FOUND,
        BANK_NOT_FOUND,
        BANK_SUSPENDED,
        OVER_LIMIT_PER_OPERATION,
        OVER_LIMIT_24_HOURS,
        OVER_LIMIT_30_DAYS,
        OVER_LIMIT_DAY,
        OVER_LIMIT_MONTH,
        INSUFFICIENT_FUNDS,
        BANK_FUNDS_EXHAUSTED,
        AMOUNT_OVERFLOW
    })
    @Operation(summary = "Book play money that a bank has paid out", description = "Test currencies only.")
    ResponseEntity<BookedMovement> paidOut(ApiRequest request, @RequestBody TestMovement body) {
        return changes.apply(
                request,
                body.paidOut(),
                new Changes.Accepted<>(HttpStatus.CREATED, Fields.USUAL, CashOutOutcome.Booked.class),
                booked -> new BookedMovement(
                        Ids.operation(request), body.wallet(), body.amount(), body.currency(), booked.balance()));
    }
}
