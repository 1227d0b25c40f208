package sekisho.server.api.accounts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import sekisho.protocol.AccountKind;
import sekisho.protocol.Currency;
import sekisho.protocol.OperationId;
import sekisho.server.access.Allowed;
import sekisho.server.access.Scope;
import sekisho.server.api.Reads;
import sekisho.server.api.entries.BalanceView;
import sekisho.server.api.entries.EntryList;
import sekisho.server.api.entries.EntryQuery;
import sekisho.server.api.entries.EntryReader;
import sekisho.server.api.entries.Owners;
import sekisho.server.history.Accounts;
import sekisho.server.json.Count;
import sekisho.server.json.PageSize;

@RestController
@Tag(name = "Ledger")
final class AccountReads {
    private final Accounts accounts;
    private final EntryReader entries;
    private final Reads reads;

    AccountReads(Accounts accounts, EntryReader entries, Reads reads) {
        this.accounts = accounts;
        this.entries = entries;
        this.reads = reads;
    }

    @GetMapping("/v1/accounts")
    @Allowed(Scope.OPERATOR)
    @Operation(
            summary = "Read accounts of any kind",
            description = "Those that never had an entry are left out: their balance is 0.")
    HouseBalances balances(
            @Parameter(description = "Which account of the chart.") @RequestParam(name = "kind") AccountKind kind,
            @Parameter(
                            description =
                                    "A bank (four digits), wallet or merchant. Left out for the house's own kinds.",
                            example = "0001",
                            schema = @Schema(type = "string", maxLength = 16))
                    @RequestParam(name = "owner", required = false)
                    @Nullable
                    String owner,
            @Parameter(description = "Wait until everything up to this position of the log can be read.")
                    @RequestParam(name = "atLeast", required = false)
                    @Nullable
                    Count atLeast) {
        long number = Owners.number(kind, owner, "owner");
        reads.await(atLeast);
        return new HouseBalances(
                kind,
                Owners.text(kind, number),
                accounts.of(kind, number).stream().map(BalanceView::of).toList());
    }

    @GetMapping("/v1/accounts/entries")
    @Allowed(Scope.OPERATOR)
    @Operation(summary = "Read the entries of an account of any kind, newest first")
    EntryList entries(
            @Parameter(description = "Which account of the chart.") @RequestParam(name = "kind") AccountKind kind,
            @Parameter(
                            description =
                                    "A bank (four digits), wallet or merchant. Left out for the house's own kinds.",
                            example = "0001",
                            schema = @Schema(type = "string", maxLength = 16))
                    @RequestParam(name = "owner", required = false)
                    @Nullable
                    String owner,
            @Parameter(description = "Left out: JPY.") @RequestParam(name = "currency", required = false) @Nullable
                    Currency currency,
            @Parameter(description = "Booked then or later.") @RequestParam(name = "from", required = false) @Nullable
                    Instant from,
            @Parameter(description = "Booked before that.") @RequestParam(name = "to", required = false) @Nullable
                    Instant to,
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
        long number = Owners.number(kind, owner, "owner");
        reads.await(atLeast);
        return entries.page(kind, number, new EntryQuery(currency, from, to, null, operation, cursor, limit));
    }
}
