package sekisho.server.api.merchants;

import static sekisho.protocol.Refusal.CURRENCY_NOT_FOUND;
import static sekisho.protocol.Refusal.HOLDS_OUTSTANDING;
import static sekisho.protocol.Refusal.MERCHANT_CLOSED;
import static sekisho.protocol.Refusal.MERCHANT_EXISTS;
import static sekisho.protocol.Refusal.MERCHANT_NOT_FOUND;
import static sekisho.protocol.Refusal.NOT_EMPTY;
import static sekisho.protocol.Refusal.TABLE_FULL;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import sekisho.protocol.Currency;
import sekisho.protocol.MerchantCommand;
import sekisho.protocol.MerchantId;
import sekisho.protocol.MerchantOutcome;
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
@Tag(name = "Merchants", description = "Shops that are paid.")
final class MerchantChanges {
    private static final Fields FIELDS = Fields.USUAL.inPath(Subject.MERCHANT);

    private final Changes changes;

    MerchantChanges(Changes changes) {
        this.changes = changes;
    }

    @PostMapping("/v1/merchants")
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(Scope.MERCHANTS_WRITE)
    @Refuses({CURRENCY_NOT_FOUND, MERCHANT_EXISTS, MERCHANT_CLOSED, TABLE_FULL})
    @Operation(summary = "Open a merchant", description = "Its id follows from the request: a repeat opens no other.")
    ResponseEntity<OpenedMerchant> open(ApiRequest request, @RequestBody OpenMerchant body) {
        MerchantId merchant = Ids.merchant(request);
        Currency currency = Defaults.of(body.currency());
        return changes.apply(
                request,
                new MerchantCommand.Open(merchant, currency, Defaults.of(body.code()), Defaults.of(body.userData())),
                new Changes.Accepted<>(HttpStatus.CREATED, Fields.USUAL, MerchantOutcome.Opened.class),
                _ -> new OpenedMerchant(merchant, currency));
    }

    @PostMapping("/v1/merchants/{merchant}/freeze")
    @Allowed(Scope.MERCHANTS_WRITE)
    @Refuses({MERCHANT_NOT_FOUND, MERCHANT_CLOSED})
    @Operation(summary = "Stop refunds, being paid, or both", description = "Adds to what is stopped already.")
    ResponseEntity<FrozenMerchant> freeze(
            ApiRequest request, @PathVariable MerchantId merchant, @RequestBody FreezeMerchant body) {
        return changes.apply(
                request,
                new MerchantCommand.Freeze(merchant, body.scope(), Defaults.of(body.reason())),
                new Changes.Accepted<>(HttpStatus.OK, FIELDS, MerchantOutcome.Frozen.class),
                frozen -> new FrozenMerchant(merchant, frozen.now()));
    }

    @PostMapping("/v1/merchants/{merchant}/unfreeze")
    @Allowed(Scope.MERCHANTS_WRITE)
    @Refuses({MERCHANT_NOT_FOUND, MERCHANT_CLOSED})
    @Operation(summary = "Let refunds, being paid, or both go on")
    ResponseEntity<FrozenMerchant> unfreeze(
            ApiRequest request, @PathVariable MerchantId merchant, @RequestBody FreezeMerchant body) {
        return changes.apply(
                request,
                new MerchantCommand.Unfreeze(merchant, body.scope(), Defaults.of(body.reason())),
                new Changes.Accepted<>(HttpStatus.OK, FIELDS, MerchantOutcome.Unfrozen.class),
                frozen -> new FrozenMerchant(merchant, frozen.now()));
    }

    @PostMapping("/v1/merchants/{merchant}/close")
    @Allowed(Scope.MERCHANTS_WRITE)
    @Refuses({MERCHANT_NOT_FOUND, MERCHANT_CLOSED, HOLDS_OUTSTANDING, NOT_EMPTY})
    @Operation(summary = "Close an empty merchant for good")
    ResponseEntity<ClosedMerchant> close(
            ApiRequest request,
            @PathVariable MerchantId merchant,
            @RequestBody(required = false) @Nullable NoBody body) {
        return changes.apply(
                request,
                new MerchantCommand.Close(merchant),
                new Changes.Accepted<>(HttpStatus.OK, FIELDS, MerchantOutcome.Closed.class),
                _ -> new ClosedMerchant(merchant));
    }
}
