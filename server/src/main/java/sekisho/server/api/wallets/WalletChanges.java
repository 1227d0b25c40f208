package sekisho.server.api.wallets;

import static sekisho.protocol.Refusal.ACCOUNT_EXISTS;
import static sekisho.protocol.Refusal.ACCOUNT_NOT_FOUND;
import static sekisho.protocol.Refusal.CURRENCY_NOT_FOUND;
import static sekisho.protocol.Refusal.HOLDS_OUTSTANDING;
import static sekisho.protocol.Refusal.NOT_EMPTY;
import static sekisho.protocol.Refusal.TABLE_FULL;
import static sekisho.protocol.Refusal.TEST_CURRENCY_ONLY;
import static sekisho.protocol.Refusal.WALLET_CLOSED;
import static sekisho.protocol.Refusal.WALLET_EXISTS;
import static sekisho.protocol.Refusal.WALLET_NOT_FOUND;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import sekisho.protocol.Currency;
import sekisho.protocol.WalletCommand;
import sekisho.protocol.WalletId;
import sekisho.protocol.WalletOutcome;
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
@Tag(name = "Wallets", description = "Customers' e-money.")
final class WalletChanges {
    private static final Fields FIELDS = Fields.USUAL.inPath(Subject.WALLET);

    private final Changes changes;

    WalletChanges(Changes changes) {
        this.changes = changes;
    }

    @PostMapping("/v1/wallets")
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(Scope.WALLETS_WRITE)
    @Refuses({CURRENCY_NOT_FOUND, WALLET_EXISTS, TABLE_FULL})
    @Operation(summary = "Open a wallet", description = "Its id follows from the request: a repeat opens no other.")
    ResponseEntity<OpenedWallet> open(ApiRequest request, @RequestBody OpenWallet body) {
        WalletId wallet = Ids.wallet(request);
        Currency currency = Defaults.of(body.currency());
        return changes.apply(
                request,
                new WalletCommand.Open(
                        wallet, body.tierOrFirst(), currency, Defaults.of(body.code()), Defaults.of(body.userData())),
                new Changes.Accepted<>(HttpStatus.CREATED, Fields.USUAL, WalletOutcome.Opened.class),
                _ -> new OpenedWallet(wallet, body.tierOrFirst(), currency));
    }

    @PostMapping("/v1/wallets/{wallet}/accounts")
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(Scope.WALLETS_WRITE)
    @Refuses({CURRENCY_NOT_FOUND, WALLET_NOT_FOUND, WALLET_CLOSED, ACCOUNT_EXISTS})
    @Operation(summary = "Open an account in one more currency")
    ResponseEntity<OpenedAccount> open(
            ApiRequest request, @PathVariable WalletId wallet, @RequestBody OpenAccount body) {
        return changes.apply(
                request,
                new WalletCommand.AddCurrency(
                        wallet, body.currency(), Defaults.of(body.code()), Defaults.of(body.userData())),
                new Changes.Accepted<>(HttpStatus.CREATED, FIELDS, WalletOutcome.CurrencyAdded.class),
                _ -> new OpenedAccount(wallet, body.currency()));
    }

    @PostMapping("/v1/wallets/{wallet}/freeze")
    @Allowed(Scope.WALLETS_OPERATE)
    @Refuses({WALLET_NOT_FOUND, WALLET_CLOSED})
    @Operation(summary = "Stop debits, credits or both", description = "Adds to what is stopped already.")
    ResponseEntity<FrozenWallet> freeze(ApiRequest request, @PathVariable WalletId wallet, @RequestBody Freeze body) {
        return changes.apply(
                request,
                new WalletCommand.Freeze(wallet, body.scope(), Defaults.of(body.reason())),
                new Changes.Accepted<>(HttpStatus.OK, FIELDS, WalletOutcome.Frozen.class),
                frozen -> new FrozenWallet(wallet, frozen.now()));
    }

    @PostMapping("/v1/wallets/{wallet}/unfreeze")
    @Allowed(Scope.WALLETS_OPERATE)
    @Refuses({WALLET_NOT_FOUND, WALLET_CLOSED})
    @Operation(summary = "Let debits, credits or both go on")
    ResponseEntity<FrozenWallet> unfreeze(ApiRequest request, @PathVariable WalletId wallet, @RequestBody Freeze body) {
        return changes.apply(
                request,
                new WalletCommand.Unfreeze(wallet, body.scope(), Defaults.of(body.reason())),
                new Changes.Accepted<>(HttpStatus.OK, FIELDS, WalletOutcome.Unfrozen.class),
                frozen -> new FrozenWallet(wallet, frozen.now()));
    }

    @PostMapping("/v1/wallets/{wallet}/close")
    @Allowed(Scope.WALLETS_OPERATE)
    @Refuses({WALLET_NOT_FOUND, WALLET_CLOSED, HOLDS_OUTSTANDING, NOT_EMPTY})
    @Operation(summary = "Close an empty wallet for good", description = "Its links are closed with it.")
    ResponseEntity<ClosedWallet> close(
            ApiRequest request, @PathVariable WalletId wallet, @RequestBody(required = false) @Nullable NoBody body) {
        return changes.apply(
                request,
                new WalletCommand.Close(wallet),
                new Changes.Accepted<>(HttpStatus.OK, FIELDS, WalletOutcome.Closed.class),
                _ -> new ClosedWallet(wallet));
    }

    @PutMapping("/v1/wallets/{wallet}/tier")
    @Allowed(Scope.WALLETS_OPERATE)
    @Refuses({WALLET_NOT_FOUND, WALLET_CLOSED})
    @Operation(summary = "Move a wallet to another tier", description = "What was used of its limits stays used.")
    ResponseEntity<WalletTier> setTier(
            ApiRequest request, @PathVariable WalletId wallet, @RequestBody TierChange body) {
        return changes.apply(
                request,
                new WalletCommand.SetTier(wallet, body.tier()),
                new Changes.Accepted<>(HttpStatus.OK, FIELDS, WalletOutcome.TierSet.class),
                _ -> new WalletTier(wallet, body.tier()));
    }

    @PutMapping("/v1/wallets/{wallet}/floor")
    @Allowed(Scope.WALLETS_OPERATE)
    @Refuses({CURRENCY_NOT_FOUND, TEST_CURRENCY_ONLY, WALLET_NOT_FOUND, WALLET_CLOSED, ACCOUNT_NOT_FOUND})
    @Operation(summary = "Let an account in a test currency fall below 0")
    ResponseEntity<WalletFloor> setFloor(
            ApiRequest request, @PathVariable WalletId wallet, @RequestBody FloorChange body) {
        return changes.apply(
                request,
                new WalletCommand.SetFloor(wallet, body.currency(), body.floor().minorUnits()),
                new Changes.Accepted<>(HttpStatus.OK, FIELDS, WalletOutcome.FloorSet.class),
                _ -> new WalletFloor(wallet, body.currency(), body.floor()));
    }
}
