package sekisho.server.api.instructions;

import static sekisho.protocol.Refusal.ACCOUNT_NOT_FOUND;
import static sekisho.protocol.Refusal.AMOUNT_OVERFLOW;
import static sekisho.protocol.Refusal.BANK_NOT_FOUND;
import static sekisho.protocol.Refusal.BANK_SUSPENDED;
import static sekisho.protocol.Refusal.CREDITS_FROZEN;
import static sekisho.protocol.Refusal.CURRENCY_NOT_FOUND;
import static sekisho.protocol.Refusal.LINK_NOT_ACTIVE;
import static sekisho.protocol.Refusal.LINK_NOT_FOUND;
import static sekisho.protocol.Refusal.OVER_BALANCE_CAP;
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
import sekisho.protocol.TopUpOutcome;
import sekisho.server.access.Allowed;
import sekisho.server.access.Scope;
import sekisho.server.api.ApiRequest;
import sekisho.server.api.Changes;
import sekisho.server.api.Ids;
import sekisho.server.api.Refuses;
import sekisho.server.problem.Fields;
import sekisho.server.problem.Subject;

@RestController
@Tag(name = "Top-ups", description = "Money from bank accounts to wallets.")
final class TopUpChanges {
    private static final Fields FIELDS = Fields.USUAL.with(Subject.PAYEE, "/wallet");
    private static final Fields STARTED = FIELDS.with(Subject.BANK, "/link");

    private final Changes changes;
    private final BankRoom room;

    TopUpChanges(Changes changes, BankRoom room) {
        this.changes = changes;
        this.room = room;
    }

    @PostMapping("/v1/top-ups")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Allowed(Scope.PAYMENTS_WRITE)
    @Refuses({
        CURRENCY_NOT_FOUND,
        WALLET_NOT_FOUND,
        WALLET_CLOSED,
        CREDITS_FROZEN,
        ACCOUNT_NOT_FOUND,
        LINK_NOT_FOUND,
        LINK_NOT_ACTIVE,
        BANK_SUSPENDED,
        OVER_LIMIT_PER_OPERATION,
        OVER_LIMIT_24_HOURS,
        OVER_LIMIT_30_DAYS,
        OVER_LIMIT_DAY,
        OVER_LIMIT_MONTH,
        OVER_BALANCE_CAP,
        AMOUNT_OVERFLOW,
        TABLE_FULL
    })
    @Operation(
            summary = "Top up a wallet from its bank account",
            description = "The bank is asked; the wallet has the money once it has moved it.")
    ResponseEntity<StartedMovement> start(ApiRequest request, @RequestBody Movement body) {
        room.require(body.link());
        return changes.apply(
                request,
                body.topUp(),
                new Changes.Accepted<>(HttpStatus.ACCEPTED, STARTED, TopUpOutcome.Started.class),
                _ -> StartedMovement.of(Ids.operation(request), body));
    }

    @PostMapping("/v1/top-ups/received")
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(Scope.OPERATOR)
    @Refuses({
        CURRENCY_NOT_FOUND,
        TEST_CURRENCY_ONLY,
        WALLET_NOT_FOUND,
        WALLET_CLOSED,
        CREDITS_FROZEN,
        ACCOUNT_NOT_FOUND,
        BANK_NOT_FOUND,
        BANK_SUSPENDED,
        OVER_LIMIT_PER_OPERATION,
        OVER_LIMIT_24_HOURS,
        OVER_LIMIT_30_DAYS,
        OVER_LIMIT_DAY,
        OVER_LIMIT_MONTH,
        OVER_BALANCE_CAP,
        AMOUNT_OVERFLOW
    })
    @Operation(summary = "Book play money that came from a bank", description = "Test currencies only.")
    ResponseEntity<BookedMovement> received(ApiRequest request, @RequestBody TestMovement body) {
        return changes.apply(
                request,
                body.received(),
                new Changes.Accepted<>(HttpStatus.CREATED, FIELDS, TopUpOutcome.Booked.class),
                booked -> new BookedMovement(
                        Ids.operation(request), body.wallet(), body.amount(), body.currency(), booked.balance()));
    }
}
