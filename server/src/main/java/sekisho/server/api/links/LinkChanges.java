package sekisho.server.api.links;

import static sekisho.protocol.Refusal.BANK_NOT_FOUND;
import static sekisho.protocol.Refusal.BANK_SUSPENDED;
import static sekisho.protocol.Refusal.CREDITS_FROZEN;
import static sekisho.protocol.Refusal.DEBITS_FROZEN;
import static sekisho.protocol.Refusal.LINK_CLOSED;
import static sekisho.protocol.Refusal.LINK_NOT_FOUND;
import static sekisho.protocol.Refusal.LINK_NOT_REQUESTED;
import static sekisho.protocol.Refusal.TABLE_FULL;
import static sekisho.protocol.Refusal.TOO_MANY_LINKS;
import static sekisho.protocol.Refusal.WALLET_CLOSED;
import static sekisho.protocol.Refusal.WALLET_NOT_FOUND;

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
import sekisho.protocol.LinkCommand;
import sekisho.protocol.LinkOutcome;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.WalletId;
import sekisho.server.access.Allowed;
import sekisho.server.access.Scope;
import sekisho.server.api.ApiRequest;
import sekisho.server.api.Changes;
import sekisho.server.api.Defaults;
import sekisho.server.api.Ids;
import sekisho.server.api.Refuses;
import sekisho.server.problem.Fields;
import sekisho.server.problem.Subject;

@RestController
@Tag(name = "Links", description = "The ties between wallets and bank accounts.")
final class LinkChanges {
    private static final Fields FIELDS =
            Fields.USUAL.inPath(Subject.WALLET).with(Subject.PAYEE, "wallet").inPath(Subject.LINK);

    private final Changes changes;
    private final AccountGate accounts;

    LinkChanges(Changes changes, AccountGate accounts) {
        this.changes = changes;
        this.accounts = accounts;
    }

    @PostMapping("/v1/wallets/{wallet}/links")
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(Scope.WALLETS_WRITE)
    @Refuses({
        WALLET_NOT_FOUND,
        WALLET_CLOSED,
        DEBITS_FROZEN,
        CREDITS_FROZEN,
        BANK_NOT_FOUND,
        BANK_SUSPENDED,
        TOO_MANY_LINKS,
        TABLE_FULL
    })
    @Operation(summary = "Ask for a link", description = "It can be used once it is activated on evidence.")
    ResponseEntity<RequestedLink> request(
            ApiRequest request, @PathVariable WalletId wallet, @RequestBody RequestLink body) {
        return changes.apply(
                request,
                new LinkCommand.Request(wallet, body.bank()),
                new Changes.Accepted<>(HttpStatus.CREATED, FIELDS, LinkOutcome.Requested.class),
                _ -> new RequestedLink(Ids.operation(request), wallet, body.bank(), LinkStatus.REQUESTED));
    }

    @PostMapping("/v1/wallets/{wallet}/links/{link}/activate")
    @Allowed(Scope.LINKS_ACTIVATE)
    @Refuses({
        WALLET_NOT_FOUND,
        WALLET_CLOSED,
        DEBITS_FROZEN,
        CREDITS_FROZEN,
        LINK_NOT_FOUND,
        LINK_CLOSED,
        LINK_NOT_REQUESTED,
        BANK_SUSPENDED
    })
    @Operation(
            summary = "Activate a link on accepted evidence",
            description = "The account is kept outside the log, for calls to the bank alone.")
    ResponseEntity<ChangedLink> activate(
            ApiRequest request,
            @PathVariable WalletId wallet,
            @PathVariable OperationId link,
            @RequestBody ActivateLink body) {
        var activate = new LinkCommand.Activate(wallet, link, body.evidence().value());
        accounts.keepIfActivated(request, activate, body.account());
        return changes.apply(
                request, activate, new Changes.Accepted<>(HttpStatus.OK, FIELDS, LinkOutcome.Activated.class), _ -> {
                    accounts.keep(link, body.account());
                    return new ChangedLink(link, wallet, LinkStatus.ACTIVE);
                });
    }

    @PostMapping("/v1/wallets/{wallet}/links/{link}/close")
    @Allowed(Scope.WALLETS_WRITE)
    @Refuses({WALLET_NOT_FOUND, LINK_NOT_FOUND, LINK_CLOSED})
    @Operation(summary = "Close a link for good")
    ResponseEntity<ChangedLink> close(
            ApiRequest request,
            @PathVariable WalletId wallet,
            @PathVariable OperationId link,
            @RequestBody(required = false) @Nullable CloseLink body) {
        return changes.apply(
                request,
                new LinkCommand.Close(wallet, link, body == null ? 0 : Defaults.of(body.reason())),
                new Changes.Accepted<>(HttpStatus.OK, FIELDS, LinkOutcome.Closed.class),
                _ -> new ChangedLink(link, wallet, LinkStatus.CLOSED));
    }
}
