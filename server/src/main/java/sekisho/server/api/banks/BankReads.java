package sekisho.server.api.banks;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import sekisho.protocol.BankId;
import sekisho.protocol.Refusal;
import sekisho.server.access.Allowed;
import sekisho.server.access.Scope;
import sekisho.server.api.Reads;
import sekisho.server.history.BankStates;
import sekisho.server.json.Count;
import sekisho.server.json.PageSize;

@RestController
@Tag(name = "Banks")
final class BankReads {
    private final BankStates banks;
    private final Reads reads;

    BankReads(BankStates banks, Reads reads) {
        this.banks = banks;
        this.reads = reads;
    }

    @GetMapping("/v1/banks")
    @Allowed(Scope.BANKS_READ)
    @Operation(summary = "Read all registered banks")
    BankList all(
            @Parameter(description = "Wait until everything up to this position of the log can be read.")
                    @RequestParam(name = "atLeast", required = false)
                    @Nullable
                    Count atLeast) {
        reads.await(atLeast);
        return new BankList(banks.all().stream().map(BankView::of).toList());
    }

    @GetMapping("/v1/banks/{bank}")
    @Allowed(Scope.BANKS_READ)
    @Operation(summary = "Read a registered bank")
    BankView one(
            @PathVariable BankId bank,
            @Parameter(description = "Wait until everything up to this position of the log can be read.")
                    @RequestParam(name = "atLeast", required = false)
                    @Nullable
                    Count atLeast) {
        reads.await(atLeast);
        return banks.find(bank).map(BankView::of).orElseThrow(() -> reads.notFound(Refusal.BANK_NOT_FOUND, "bank"));
    }

    @GetMapping("/v1/banks/{bank}/changes")
    @Allowed(Scope.BANKS_READ)
    @Operation(summary = "Read how a bank's switches were set, newest first")
    SwitchList changes(
            @PathVariable BankId bank,
            @Parameter(description = "Most rows of the page. Left out: 100.")
                    @RequestParam(name = "limit", required = false)
                    @Nullable
                    PageSize limit,
            @Parameter(description = "Wait until everything up to this position of the log can be read.")
                    @RequestParam(name = "atLeast", required = false)
                    @Nullable
                    Count atLeast) {
        reads.await(atLeast);
        if (banks.find(bank).isEmpty()) {
            throw reads.notFound(Refusal.BANK_NOT_FOUND, "bank");
        }
        return new SwitchList(banks.changes(bank, PageSize.of(limit)).stream()
                .map(SwitchView::of)
                .toList());
    }
}
