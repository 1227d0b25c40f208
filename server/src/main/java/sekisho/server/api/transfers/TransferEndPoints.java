package sekisho.server.api.transfers;

import static sekisho.protocol.Refusal.ACCOUNT_NOT_FOUND;
import static sekisho.protocol.Refusal.AMOUNT_OVERFLOW;
import static sekisho.protocol.Refusal.CREDITS_FROZEN;
import static sekisho.protocol.Refusal.CURRENCY_NOT_FOUND;
import static sekisho.protocol.Refusal.DEBITS_FROZEN;
import static sekisho.protocol.Refusal.INSUFFICIENT_FUNDS;
import static sekisho.protocol.Refusal.OVER_BALANCE_CAP;
import static sekisho.protocol.Refusal.OVER_LIMIT_24_HOURS;
import static sekisho.protocol.Refusal.OVER_LIMIT_30_DAYS;
import static sekisho.protocol.Refusal.OVER_LIMIT_DAY;
import static sekisho.protocol.Refusal.OVER_LIMIT_MONTH;
import static sekisho.protocol.Refusal.OVER_LIMIT_PER_OPERATION;
import static sekisho.protocol.Refusal.PAYEE_CLOSED;
import static sekisho.protocol.Refusal.PAYEE_NOT_FOUND;
import static sekisho.protocol.Refusal.SAME_WALLET;
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
import sekisho.protocol.TransferOutcome;
import sekisho.server.access.Allowed;
import sekisho.server.access.Scope;
import sekisho.server.api.ApiRequest;
import sekisho.server.api.Changes;
import sekisho.server.api.Ids;
import sekisho.server.api.Refuses;
import sekisho.server.json.Amount;
import sekisho.server.problem.Fields;
import sekisho.server.problem.Subject;

@RestController
@Tag(name = "Transfers", description = "Money from wallet to wallet.")
final class TransferEndPoints {
    private static final Fields FIELDS =
            Fields.USUAL.with(Subject.WALLET, "/from").with(Subject.PAYEE, "/to");

    private final Changes changes;

    TransferEndPoints(Changes changes) {
        this.changes = changes;
    }

    @PostMapping("/v1/transfers")
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(Scope.PAYMENTS_WRITE)
    @Refuses({
        CURRENCY_NOT_FOUND,
        WALLET_NOT_FOUND,
        WALLET_CLOSED,
        PAYEE_NOT_FOUND,
        PAYEE_CLOSED,
        SAME_WALLET,
        DEBITS_FROZEN,
        CREDITS_FROZEN,
        ACCOUNT_NOT_FOUND,
        INSUFFICIENT_FUNDS,
        OVER_LIMIT_PER_OPERATION,
        OVER_LIMIT_24_HOURS,
        OVER_LIMIT_30_DAYS,
        OVER_LIMIT_DAY,
        OVER_LIMIT_MONTH,
        OVER_BALANCE_CAP,
        AMOUNT_OVERFLOW
    })
    @Operation(summary = "Send money from one wallet to another")
    ResponseEntity<Transferred> send(ApiRequest request, @RequestBody Transfer transfer) {
        return changes.apply(
                request,
                transfer.command(),
                new Changes.Accepted<>(HttpStatus.CREATED, FIELDS, TransferOutcome.Sent.class),
                sent -> new Transferred(
                        Ids.operation(request),
                        transfer.from(),
                        transfer.to(),
                        new Amount(sent.amount().minorUnits()),
                        transfer.currencyOrYen(),
                        sent.balance()));
    }
}
