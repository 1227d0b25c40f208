package sekisho.server.api.events;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.Currency;
import sekisho.protocol.EntryKind;
import sekisho.protocol.FreezeScope;
import sekisho.protocol.HoldEnd;
import sekisho.protocol.InstructionStatus;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.PaymentStatus;
import sekisho.protocol.RequestId;
import sekisho.protocol.Side;
import sekisho.protocol.WalletId;
import sekisho.server.api.outcomes.OutcomeView;

/** One thing that happened, by its type. Amounts are minor units. */
@Schema(
        description = "One thing that happened. Amounts are minor units.",
        discriminatorProperty = "type",
        oneOf = {
            EventDetail.Answered.class,
            EventDetail.Entry.class,
            EventDetail.Effective.class,
            EventDetail.Reverses.class,
            EventDetail.HoldOpened.class,
            EventDetail.HoldClosed.class,
            EventDetail.PaymentChanged.class,
            EventDetail.InstructionChanged.class,
            EventDetail.EnquiryDue.class,
            EventDetail.BankContradiction.class,
            EventDetail.LinkChanged.class,
            EventDetail.HolderChanged.class,
            EventDetail.BankChanged.class,
            EventDetail.SafeguardingShortfall.class,
            EventDetail.ClockHalted.class,
            EventDetail.Checkpoint.class
        })
@JsonPropertyOrder("type")
sealed interface EventDetail {
    String ANSWERED = "answered";
    String ENTRY = "entry";
    String EFFECTIVE = "effective";
    String REVERSES = "reverses";
    String HOLD_OPENED = "hold-opened";
    String HOLD_CLOSED = "hold-closed";
    String PAYMENT_CHANGED = "payment-changed";
    String INSTRUCTION_CHANGED = "instruction-changed";
    String ENQUIRY_DUE = "enquiry-due";
    String BANK_CONTRADICTION = "bank-contradiction";
    String LINK_CHANGED = "link-changed";
    String HOLDER_CHANGED = "holder-changed";
    String BANK_CHANGED = "bank-changed";
    String SAFEGUARDING_SHORTFALL = "safeguarding-shortfall";
    String CLOCK_HALTED = "clock-halted";
    String CHECKPOINT = "checkpoint";

    String type();

    @Schema(
            name = "EventAnswered",
            description = "A request was answered; the events before it, back to the last answer, are its own.")
    record Answered(
            @Schema(example = ANSWERED) String type,

            @Schema(description = "The engine's number of the client.")
            long client,

            @Schema(description = "Left out: it was an entry of a stream.") @Nullable
            RequestId request,

            @Schema(description = "The stream, 16 hexadecimal digits. Left out: it had an id of its own.") @Nullable
            String stream,

            @Schema(description = "Its place in the stream.") @Nullable
            Long sequence,

            @Schema(description = "Whether it had been answered before.")
            boolean repeated,

            OutcomeView outcome)
            implements EventDetail {}

    @Schema(name = "EventEntry", description = "One change of one account.")
    record Entry(
            @Schema(example = ENTRY) String type,
            AccountKind account,

            @Schema(description = "A wallet, merchant or bank. Left out for the house.") @Nullable
            String owner,

            Currency currency,
            long sequence,
            EntryKind kind,
            Side side,
            long amount,
            long balance)
            implements EventDetail {}

    @Schema(
            name = "EventEffective",
            description = "The entries that follow took effect at another time than they were booked.")
    record Effective(@Schema(example = EFFECTIVE) String type, Instant effectiveAt) implements EventDetail {}

    @Schema(name = "EventReverses", description = "The entries that follow take back what that operation did.")
    record Reverses(@Schema(example = REVERSES) String type, OperationId operation) implements EventDetail {}

    @Schema(name = "EventHoldOpened", description = "A hold began.")
    record HoldOpened(
            @Schema(example = HOLD_OPENED) String type,
            OperationId hold,

            @Schema(description = "Left out: it does not expire.") @Nullable
            Instant expiresAt)
            implements EventDetail {}

    @Schema(name = "EventHoldClosed", description = "A hold ended.")
    record HoldClosed(@Schema(example = HOLD_CLOSED) String type, OperationId hold, HoldEnd end)
            implements EventDetail {}

    @Schema(name = "EventPaymentChanged", description = "A payment changed.")
    record PaymentChanged(
            @Schema(example = PAYMENT_CHANGED) String type, OperationId payment, PaymentStatus status, long refundable)
            implements EventDetail {}

    @Schema(name = "EventInstructionChanged", description = "A top-up or cash-out changed.")
    record InstructionChanged(
            @Schema(example = INSTRUCTION_CHANGED) String type,
            OperationId instruction,
            InstructionStatus status,
            BankOperation operation,
            BankId bank,
            WalletId wallet,
            OperationId link,
            long amount,
            Currency currency,

            @Schema(description = "Claimed: the claim ends; in doubt: the bank is asked again.") @Nullable
            Instant until)
            implements EventDetail {}

    @Schema(name = "EventEnquiryDue", description = "It is time to ask the bank what became of an instruction.")
    record EnquiryDue(@Schema(example = ENQUIRY_DUE) String type, OperationId instruction, BankId bank, int attempt)
            implements EventDetail {}

    @Schema(name = "EventBankContradiction", description = "A bank contradicted itself: a person must look.")
    record BankContradiction(
            @Schema(example = BANK_CONTRADICTION) String type,
            OperationId instruction,
            BankId bank,
            InstructionStatus said,
            InstructionStatus before)
            implements EventDetail {}

    @Schema(name = "EventLinkChanged", description = "A link changed.")
    record LinkChanged(
            @Schema(example = LINK_CHANGED) String type,
            OperationId link,
            WalletId wallet,
            BankId bank,
            LinkStatus status)
            implements EventDetail {}

    @Schema(name = "EventHolderChanged", description = "A wallet or merchant changed.")
    record HolderChanged(
            @Schema(example = HOLDER_CHANGED) String type,
            AccountKind kind,
            String holder,
            boolean closed,
            FreezeScope frozen,

            @Schema(description = "Left out for merchants.") @Nullable
            Integer tier)
            implements EventDetail {}

    @Schema(name = "EventBankChanged", description = "A bank's switch was set.")
    record BankChanged(
            @Schema(example = BANK_CHANGED) String type, BankId bank, BankOperation operation, boolean open, int reason)
            implements EventDetail {}

    @Schema(
            name = "EventSafeguardingShortfall",
            description =
                    "A bank's contradiction left less money than e-money: the operator has to fund the difference.")
    record SafeguardingShortfall(
            @Schema(example = SAFEGUARDING_SHORTFALL) String type, Currency currency, long outstanding, long held)
            implements EventDetail {}

    @Schema(
            name = "EventClockHalted",
            description = "The clock jumped: everything is refused until the time is confirmed.")
    record ClockHalted(@Schema(example = CLOCK_HALTED) String type, Instant trusted, Instant stamp)
            implements EventDetail {}

    @Schema(name = "EventCheckpoint", description = "Something changed at the checkpoint of a founded book.")
    record Checkpoint(@Schema(example = CHECKPOINT) String type, String what) implements EventDetail {}
}
