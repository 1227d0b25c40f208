package sekisho.server.api.links;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import sekisho.protocol.OperationId;
import sekisho.protocol.Refusal;
import sekisho.protocol.WalletId;
import sekisho.server.access.Allowed;
import sekisho.server.access.Scope;
import sekisho.server.api.Reads;
import sekisho.server.history.Holders;
import sekisho.server.history.Links;
import sekisho.server.json.Count;

@RestController
@Tag(name = "Links")
final class LinkReads {
    private final Links links;
    private final Holders holders;
    private final Reads reads;

    LinkReads(Links links, Holders holders, Reads reads) {
        this.links = links;
        this.holders = holders;
        this.reads = reads;
    }

    @GetMapping("/v1/wallets/{wallet}/links")
    @Allowed(Scope.WALLETS_READ)
    @Operation(summary = "Read a wallet's links")
    LinkList ofWallet(
            @PathVariable WalletId wallet,
            @Parameter(description = "Wait until everything up to this position of the log can be read.")
                    @RequestParam(name = "atLeast", required = false)
                    @Nullable
                    Count atLeast) {
        reads.await(atLeast);
        if (holders.wallet(wallet).isEmpty()) {
            throw reads.notFound(Refusal.WALLET_NOT_FOUND, "wallet");
        }
        return new LinkList(links.ofWallet(wallet).stream().map(LinkView::of).toList());
    }

    @GetMapping("/v1/wallets/{wallet}/links/{link}")
    @Allowed(Scope.WALLETS_READ)
    @Operation(summary = "Read a link")
    LinkView one(
            @PathVariable WalletId wallet,
            @PathVariable OperationId link,
            @Parameter(description = "Wait until everything up to this position of the log can be read.")
                    @RequestParam(name = "atLeast", required = false)
                    @Nullable
                    Count atLeast) {
        reads.await(atLeast);
        return links.find(link)
                .filter(state -> state.wallet().equals(wallet))
                .map(LinkView::of)
                .orElseThrow(() -> reads.notFound(Refusal.LINK_NOT_FOUND, "link"));
    }
}
