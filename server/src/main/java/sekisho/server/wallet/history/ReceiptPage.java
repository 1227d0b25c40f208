package sekisho.server.wallet.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import sekisho.protocol.BankOperation;
import sekisho.protocol.EntryKind;
import sekisho.protocol.InstructionStatus;
import sekisho.protocol.OperationId;
import sekisho.server.entrance.Customer;
import sekisho.server.history.AccountState;
import sekisho.server.history.Accounts;
import sekisho.server.history.Entries;
import sekisho.server.history.EntryFilter;
import sekisho.server.history.InstructionState;
import sekisho.server.history.Instructions;
import sekisho.server.json.Forms;
import sekisho.server.pages.NotThere;
import sekisho.server.pages.Page;
import sekisho.server.pages.Visit;
import sekisho.server.wallet.BankNames;
import sekisho.server.wallet.WrittenWords;
import sekisho.server.wallet.pay.PaymentReceipts;

/** What became of one movement: of a customer's own, otherwise it is not there. */
@Controller
public final class ReceiptPage {
    private final Entries entries;
    private final Accounts accounts;
    private final Instructions instructions;
    private final BankNames banks;
    private final Lines lines;
    private final PaymentReceipts payments;
    private final WrittenWords written;

    ReceiptPage(
            Entries entries,
            Accounts accounts,
            Instructions instructions,
            BankNames banks,
            Lines lines,
            PaymentReceipts payments,
            WrittenWords written) {
        this.entries = entries;
        this.accounts = accounts;
        this.instructions = instructions;
        this.banks = banks;
        this.lines = lines;
        this.payments = payments;
        this.written = written;
    }

    /**
     * What is shown.
     *
     * @param words what the sender wrote; null: nothing
     */
    public record Receipt(Line line, @Nullable String words, String reference) {}

    /** One change of a movement at a bank. */
    public record Step(Instant at, String text) {}

    /**
     * A top-up or a cash-out.
     *
     * @param status {@code asking}, {@code doubt}, {@code settled}, {@code declined} or {@code withdrawn}
     * @param until when the bank is asked again; null: not in doubt
     */
    public record Movement(
            boolean topUp,
            String bank,
            long yen,
            long balance,
            String status,
            List<Step> steps,
            @Nullable Instant until,
            String reference) {}

    @GetMapping("/receipt/{operation}")
    ModelAndView show(Visit visit, Customer customer, @PathVariable OperationId operation) {
        Optional<InstructionState> instruction = instructions.find(operation);
        if (instruction.isPresent()) {
            if (!instruction.get().wallet().equals(customer.wallet())) {
                throw new NotThere();
            }
            return Page.of("wallet/movement", visit, movement(visit, customer, instruction.get()));
        }
        var payment = payments.find(visit, customer, operation);
        if (payment.isPresent()) {
            return Page.of("wallet/payment", visit, payment.get());
        }
        var filter = EntryFilter.ALL.withKinds(Set.of(EntryKind.POSTED)).withOperation(operation);
        var found =
                lines.of(visit, entries.page(customer.account(), filter, 0, 1).entries());
        if (found.isEmpty()) {
            throw new NotThere();
        }
        return Page.of("wallet/receipt", visit, new Receipt(found.getFirst(), words(operation), reference(operation)));
    }

    private Movement movement(Visit visit, Customer customer, InstructionState state) {
        boolean topUp = state.operation() == BankOperation.TOP_UPS;
        return new Movement(
                topUp,
                banks.name(state.bank(), visit.language()),
                state.amount().minorUnits(),
                accounts.find(customer.account()).map(AccountState::balance).orElse(0L),
                status(state.status()),
                instructions.changes(state.instruction()).stream()
                        .map(change ->
                                new Step(change.changedAt(), visit.say("movement.step." + word(change.status()))))
                        .toList(),
                state.status() == InstructionStatus.IN_DOUBT ? state.until() : null,
                reference(state.instruction()));
    }

    private static String status(InstructionStatus status) {
        return switch (status) {
            case REQUESTED, CLAIMED -> "asking";
            case IN_DOUBT -> "doubt";
            case SETTLED -> "settled";
            case DECLINED -> "declined";
            case WITHDRAWN -> "withdrawn";
        };
    }

    private static String word(InstructionStatus status) {
        return status.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private @Nullable String words(OperationId operation) {
        return written.with(operation).orElse(null);
    }

    private static String reference(OperationId operation) {
        String hex = Forms.OPERATION.write().apply(operation).toUpperCase(java.util.Locale.ROOT);
        return "T-" + hex.substring(0, 4) + "-" + hex.substring(4, 8);
    }
}
