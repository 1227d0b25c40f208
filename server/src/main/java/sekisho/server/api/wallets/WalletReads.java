package sekisho.server.api.wallets;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import sekisho.protocol.AccountKind;
import sekisho.protocol.Currency;
import sekisho.protocol.EntryKind;
import sekisho.protocol.OperationId;
import sekisho.protocol.Refusal;
import sekisho.protocol.WalletId;
import sekisho.server.access.Allowed;
import sekisho.server.access.Scope;
import sekisho.server.api.Reads;
import sekisho.server.api.entries.BalanceView;
import sekisho.server.api.entries.EntryList;
import sekisho.server.api.entries.EntryQuery;
import sekisho.server.api.entries.EntryReader;
import sekisho.server.api.entries.StatementView;
import sekisho.server.history.Accounts;
import sekisho.server.history.HolderState;
import sekisho.server.history.Holders;
import sekisho.server.json.Count;
import sekisho.server.json.Forms;
import sekisho.server.json.PageSize;

@RestController
@Tag(name = "Wallets")
final class WalletReads {
    private static final int MOST_IDS = 100;

    private final Holders holders;
    private final Accounts accounts;
    private final EntryReader entries;
    private final Reads reads;

    WalletReads(Holders holders, Accounts accounts, EntryReader entries, Reads reads) {
        this.holders = holders;
        this.accounts = accounts;
        this.entries = entries;
        this.reads = reads;
    }

    @GetMapping("/v1/wallets/{wallet}")
    @Allowed(Scope.WALLETS_READ)
    @Operation(summary = "Read a wallet")
    WalletView one(
            @PathVariable WalletId wallet,
            @Parameter(description = "Wait until everything up to this position of the log can be read.")
                    @RequestParam(name = "atLeast", required = false)
                    @Nullable
                    Count atLeast) {
        reads.await(atLeast);
        return WalletView.of(require(wallet), balances(wallet));
    }

    @GetMapping("/v1/wallets")
    @Allowed(Scope.WALLETS_READ)
    @Operation(summary = "Read many wallets by their ids")
    WalletList many(
            @Parameter(
                            description = "Up to 100 ids with commas between.",
                            example = "3b6e2f0a9c4d5e61",
                            schema =
                                    @Schema(type = "string", pattern = "^[0-7][0-9a-f]{15}(,[0-7][0-9a-f]{15}){0,99}$"))
                    @RequestParam(name = "ids")
                    String ids,
            @Parameter(description = "Wait until everything up to this position of the log can be read.")
                    @RequestParam(name = "atLeast", required = false)
                    @Nullable
                    Count atLeast) {
        List<WalletId> wanted = reads.ids(Forms.WALLET, ids, MOST_IDS);
        reads.await(atLeast);
        var numbers = wanted.stream().map(WalletId::value).toList();
        var states = holders.many(AccountKind.WALLET, numbers).stream()
                .collect(Collectors.toMap(HolderState::holder, state -> state));
        var balances = accounts.ofMany(AccountKind.WALLET, numbers).stream()
                .collect(Collectors.groupingBy(
                        state -> state.account().owner(), Collectors.mapping(BalanceView::of, Collectors.toList())));
        return new WalletList(
                wanted.stream()
                        .map(id -> states.get(id.value()))
                        .filter(Objects::nonNull)
                        .map(state -> WalletView.of(state, balances.getOrDefault(state.holder(), List.of())))
                        .toList(),
                wanted.stream().filter(id -> !states.containsKey(id.value())).toList());
    }

    @GetMapping("/v1/wallets/{wallet}/balances")
    @Allowed(Scope.WALLETS_READ)
    @Operation(summary = "Read a wallet's balances")
    WalletBalances balances(
            @PathVariable WalletId wallet,
            @Parameter(description = "Wait until everything up to this position of the log can be read.")
                    @RequestParam(name = "atLeast", required = false)
                    @Nullable
                    Count atLeast) {
        reads.await(atLeast);
        require(wallet);
        return new WalletBalances(wallet, balances(wallet));
    }

    @GetMapping("/v1/wallets/{wallet}/entries")
    @Allowed(Scope.WALLETS_READ)
    @Operation(summary = "Read a wallet's entries, newest first")
    EntryList entries(
            @PathVariable WalletId wallet,
            @Parameter(description = "Left out: JPY.") @RequestParam(name = "currency", required = false) @Nullable
                    Currency currency,
            @Parameter(description = "Booked then or later.") @RequestParam(name = "from", required = false) @Nullable
                    Instant from,
            @Parameter(description = "Booked before that.") @RequestParam(name = "to", required = false) @Nullable
                    Instant to,
            @Parameter(description = "Only these.") @RequestParam(name = "kind", required = false) @Nullable
                    EntryKind kind,
            @Parameter(description = "Only those that belong to it.")
                    @RequestParam(name = "operation", required = false)
                    @Nullable
                    OperationId operation,
            @Parameter(description = "Where to go on: next of the page before.")
                    @RequestParam(name = "cursor", required = false)
                    @Nullable
                    Count cursor,
            @Parameter(description = "Most rows of the page. Left out: 100.")
                    @RequestParam(name = "limit", required = false)
                    @Nullable
                    PageSize limit,
            @Parameter(description = "Wait until everything up to this position of the log can be read.")
                    @RequestParam(name = "atLeast", required = false)
                    @Nullable
                    Count atLeast) {
        reads.await(atLeast);
        require(wallet);
        return entries.page(
                AccountKind.WALLET, wallet.value(), new EntryQuery(currency, from, to, kind, operation, cursor, limit));
    }

    @GetMapping("/v1/wallets/{wallet}/statement")
    @Allowed(Scope.WALLETS_READ)
    @Operation(
            summary = "Read a wallet's statement",
            description = "What was posted in a period, oldest first, with the balances at its ends.")
    StatementView statement(
            @PathVariable WalletId wallet,
            @Parameter(description = "Left out: JPY.") @RequestParam(name = "currency", required = false) @Nullable
                    Currency currency,
            @Parameter(description = "Booked then or later.") @RequestParam(name = "from", required = false) @Nullable
                    Instant from,
            @Parameter(description = "Booked before that.") @RequestParam(name = "to", required = false) @Nullable
                    Instant to,
            @Parameter(description = "Where to go on: next of the page before.")
                    @RequestParam(name = "cursor", required = false)
                    @Nullable
                    Count cursor,
            @Parameter(description = "Most rows of the page. Left out: 100.")
                    @RequestParam(name = "limit", required = false)
                    @Nullable
                    PageSize limit,
            @Parameter(description = "Wait until everything up to this position of the log can be read.")
                    @RequestParam(name = "atLeast", required = false)
                    @Nullable
                    Count atLeast) {
        reads.await(atLeast);
        require(wallet);
        return entries.statement(
                AccountKind.WALLET, wallet.value(), EntryQuery.ofPeriod(currency, from, to, cursor, limit));
    }

    private List<BalanceView> balances(WalletId wallet) {
        return accounts.of(AccountKind.WALLET, wallet.value()).stream()
                .map(BalanceView::of)
                .toList();
    }

    private HolderState require(WalletId wallet) {
        return holders.wallet(wallet).orElseThrow(() -> reads.notFound(Refusal.WALLET_NOT_FOUND, "wallet"));
    }
}
