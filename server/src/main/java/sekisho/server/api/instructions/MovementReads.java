package sekisho.server.api.instructions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.InstructionStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.Refusal;
import sekisho.protocol.WalletId;
import sekisho.server.access.Allowed;
import sekisho.server.access.Scope;
import sekisho.server.api.Reads;
import sekisho.server.history.Holders;
import sekisho.server.history.Instructions;
import sekisho.server.json.Count;
import sekisho.server.json.PageSize;

@RestController
final class MovementReads {
    private final Instructions instructions;
    private final Holders holders;
    private final Reads reads;

    MovementReads(Instructions instructions, Holders holders, Reads reads) {
        this.instructions = instructions;
        this.holders = holders;
        this.reads = reads;
    }

    @GetMapping("/v1/top-ups/{topUp}")
    @Allowed(Scope.PAYMENTS_READ)
    @Tag(name = "Top-ups")
    @Operation(summary = "Read a top-up")
    MovementView topUp(
            @PathVariable OperationId topUp,
            @Parameter(description = "Wait until everything up to this position of the log can be read.")
                    @RequestParam(name = "atLeast", required = false)
                    @Nullable
                    Count atLeast) {
        reads.await(atLeast);
        return find(topUp, BankOperation.TOP_UPS, "topUp");
    }

    @GetMapping("/v1/cash-outs/{cashOut}")
    @Allowed(Scope.PAYMENTS_READ)
    @Tag(name = "Cash-outs")
    @Operation(summary = "Read a cash-out")
    MovementView cashOut(
            @PathVariable OperationId cashOut,
            @Parameter(description = "Wait until everything up to this position of the log can be read.")
                    @RequestParam(name = "atLeast", required = false)
                    @Nullable
                    Count atLeast) {
        reads.await(atLeast);
        return find(cashOut, BankOperation.CASH_OUTS, "cashOut");
    }

    @GetMapping("/v1/wallets/{wallet}/movements")
    @Allowed(Scope.WALLETS_READ)
    @Tag(name = "Wallets")
    @Operation(summary = "Read a wallet's top-ups and cash-outs, newest first")
    MovementList ofWallet(
            @PathVariable WalletId wallet,
            @Parameter(description = "Only those that were asked for before this position of the log.")
                    @RequestParam(name = "before", required = false)
                    @Nullable
                    Count before,
            @Parameter(description = "Most rows of the page. Left out: 100.")
                    @RequestParam(name = "limit", required = false)
                    @Nullable
                    PageSize limit,
            @Parameter(description = "Wait until everything up to this position of the log can be read.")
                    @RequestParam(name = "atLeast", required = false)
                    @Nullable
                    Count atLeast) {
        reads.await(atLeast);
        if (holders.wallet(wallet).isEmpty()) {
            throw reads.notFound(Refusal.WALLET_NOT_FOUND, "wallet");
        }
        return new MovementList(
                instructions
                        .ofWallet(wallet, before == null ? Long.MAX_VALUE : before.value(), PageSize.of(limit))
                        .stream()
                        .map(MovementView::of)
                        .toList());
    }

    @GetMapping("/v1/instructions")
    @Allowed(Scope.BANKS_READ)
    @Tag(name = "Banks")
    @Operation(summary = "Read instructions that have not ended, oldest first")
    MovementList open(
            @Parameter(description = "Only this bank's.") @RequestParam(name = "bank", required = false) @Nullable
                    BankId bank,
            @Parameter(description = "Only top-ups, or only cash-outs.")
                    @RequestParam(name = "operation", required = false)
                    @Nullable
                    BankOperation operation,
            @Parameter(description = "Only those that stand so.")
                    @RequestParam(name = "status", required = false)
                    @Nullable
                    InstructionStatus status,
            @Parameter(description = "Most rows of the page. Left out: 100.")
                    @RequestParam(name = "limit", required = false)
                    @Nullable
                    PageSize limit,
            @Parameter(description = "Wait until everything up to this position of the log can be read.")
                    @RequestParam(name = "atLeast", required = false)
                    @Nullable
                    Count atLeast) {
        reads.await(atLeast);
        return new MovementList(instructions.open(bank, operation, status, PageSize.of(limit)).stream()
                .map(MovementView::of)
                .toList());
    }

    @GetMapping("/v1/instructions/counts")
    @Allowed(Scope.BANKS_READ)
    @Tag(name = "Banks")
    @Operation(summary = "Count instructions that have not ended")
    OpenCounts countOpen(
            @Parameter(description = "Wait until everything up to this position of the log can be read.")
                    @RequestParam(name = "atLeast", required = false)
                    @Nullable
                    Count atLeast) {
        reads.await(atLeast);
        return new OpenCounts(
                instructions.countOpen().stream().map(OpenCount::of).toList());
    }

    private MovementView find(OperationId id, BankOperation operation, String field) {
        return instructions
                .find(id)
                .filter(state -> state.operation() == operation)
                .map(MovementView::of)
                .orElseThrow(() -> reads.notFound(Refusal.INSTRUCTION_NOT_FOUND, field));
    }
}
