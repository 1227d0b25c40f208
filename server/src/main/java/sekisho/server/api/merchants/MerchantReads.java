package sekisho.server.api.merchants;

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
import sekisho.protocol.MerchantId;
import sekisho.protocol.OperationId;
import sekisho.protocol.Refusal;
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
@Tag(name = "Merchants")
final class MerchantReads {
    private static final int MOST_IDS = 100;

    private final Holders holders;
    private final Accounts accounts;
    private final EntryReader entries;
    private final Reads reads;

    MerchantReads(Holders holders, Accounts accounts, EntryReader entries, Reads reads) {
        this.holders = holders;
        this.accounts = accounts;
        this.entries = entries;
        this.reads = reads;
    }

    @GetMapping("/v1/merchants/{merchant}")
    @Allowed(Scope.MERCHANTS_READ)
    @Operation(summary = "Read a merchant")
    MerchantView one(
            @PathVariable MerchantId merchant,
            @Parameter(description = "Wait until everything up to this position of the log can be read.")
                    @RequestParam(name = "atLeast", required = false)
                    @Nullable
                    Count atLeast) {
        reads.await(atLeast);
        return MerchantView.of(require(merchant), balances(merchant));
    }

    @GetMapping("/v1/merchants")
    @Allowed(Scope.MERCHANTS_READ)
    @Operation(summary = "Read many merchants by their ids")
    MerchantList many(
            @Parameter(
                            description = "Up to 100 ids with commas between.",
                            example = "51c07a7be8f2d304",
                            schema =
                                    @Schema(type = "string", pattern = "^[0-7][0-9a-f]{15}(,[0-7][0-9a-f]{15}){0,99}$"))
                    @RequestParam(name = "ids")
                    String ids,
            @Parameter(description = "Wait until everything up to this position of the log can be read.")
                    @RequestParam(name = "atLeast", required = false)
                    @Nullable
                    Count atLeast) {
        List<MerchantId> wanted = reads.ids(Forms.MERCHANT, ids, MOST_IDS);
        reads.await(atLeast);
        var numbers = wanted.stream().map(MerchantId::value).toList();
        var states = holders.many(AccountKind.MERCHANT, numbers).stream()
                .collect(Collectors.toMap(HolderState::holder, state -> state));
        var balances = accounts.ofMany(AccountKind.MERCHANT, numbers).stream()
                .collect(Collectors.groupingBy(
                        state -> state.account().owner(), Collectors.mapping(BalanceView::of, Collectors.toList())));
        return new MerchantList(
                wanted.stream()
                        .map(id -> states.get(id.value()))
                        .filter(Objects::nonNull)
                        .map(state -> MerchantView.of(state, balances.getOrDefault(state.holder(), List.of())))
                        .toList(),
                wanted.stream().filter(id -> !states.containsKey(id.value())).toList());
    }

    @GetMapping("/v1/merchants/{merchant}/balances")
    @Allowed(Scope.MERCHANTS_READ)
    @Operation(summary = "Read a merchant's balances")
    MerchantBalances balances(
            @PathVariable MerchantId merchant,
            @Parameter(description = "Wait until everything up to this position of the log can be read.")
                    @RequestParam(name = "atLeast", required = false)
                    @Nullable
                    Count atLeast) {
        reads.await(atLeast);
        require(merchant);
        return new MerchantBalances(merchant, balances(merchant));
    }

    @GetMapping("/v1/merchants/{merchant}/entries")
    @Allowed(Scope.MERCHANTS_READ)
    @Operation(summary = "Read a merchant's entries, newest first")
    EntryList entries(
            @PathVariable MerchantId merchant,
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
        require(merchant);
        return entries.page(
                AccountKind.MERCHANT,
                merchant.value(),
                new EntryQuery(currency, from, to, kind, operation, cursor, limit));
    }

    @GetMapping("/v1/merchants/{merchant}/statement")
    @Allowed(Scope.MERCHANTS_READ)
    @Operation(
            summary = "Read a merchant's statement",
            description = "What was posted in a period, oldest first, with the balances at its ends.")
    StatementView statement(
            @PathVariable MerchantId merchant,
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
        require(merchant);
        return entries.statement(
                AccountKind.MERCHANT, merchant.value(), EntryQuery.ofPeriod(currency, from, to, cursor, limit));
    }

    private List<BalanceView> balances(MerchantId merchant) {
        return accounts.of(AccountKind.MERCHANT, merchant.value()).stream()
                .map(BalanceView::of)
                .toList();
    }

    private HolderState require(MerchantId merchant) {
        return holders.merchant(merchant).orElseThrow(() -> reads.notFound(Refusal.MERCHANT_NOT_FOUND, "merchant"));
    }
}
