package sekisho.server.api.outcomes;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.BankOutcome;
import sekisho.protocol.CashOutOutcome;
import sekisho.protocol.CheckpointOutcome;
import sekisho.protocol.Currency;
import sekisho.protocol.FreezeScope;
import sekisho.protocol.IdentityOutcome;
import sekisho.protocol.InstructionOutcome;
import sekisho.protocol.InstructionStatus;
import sekisho.protocol.LedgerOutcome;
import sekisho.protocol.LinkOutcome;
import sekisho.protocol.MerchantOutcome;
import sekisho.protocol.Money;
import sekisho.protocol.Outcome;
import sekisho.protocol.PaymentOutcome;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.Repeated;
import sekisho.protocol.SettingsOutcome;
import sekisho.protocol.TopUpOutcome;
import sekisho.protocol.TransferOutcome;
import sekisho.protocol.TrustOutcome;
import sekisho.protocol.WalletOutcome;
import sekisho.server.json.Forms;
import sekisho.server.problem.Refusals;

/** How a request ended, in the engine's own terms. What an outcome does not have is left out. */
@Schema(description = "How a request ended. What an outcome does not have is left out. Amounts are minor units.")
public record OutcomeView(
        @Schema(description = "The kind of outcome.", example = "transfer-sent")
        String outcome,

        @Schema(description = "Whether it was done.") boolean accepted,

        @Schema(description = "What was moved, held, taken, released or given back.") @Nullable
        Long amount,

        @Nullable Currency currency,

        @Schema(description = "The wallet's balance after it.") @Nullable
        Long balance,

        @Schema(description = "What remains: to be refunded, on its way, or unclaimed.") @Nullable
        Long remaining,

        @Schema(description = "What was released beside what was taken.") @Nullable
        Long released,

        @Schema(description = "When a hold expires, a lease ends, or a bank is asked again.") @Nullable
        Instant until,

        @Schema(description = "What is frozen now.") @Nullable
        FreezeScope frozen,

        @Schema(description = "Where the instruction stood already.") @Nullable
        InstructionStatus status,

        @Schema(description = "Why it was refused: the code of a problem.", example = "insufficient-funds") @Nullable
        String code,

        @Schema(description = "The number that the refusal speaks of.") @Nullable
        Long bound) {

    /** An outcome as the API shows it. */
    public static OutcomeView of(Outcome outcome) {
        return switch (outcome) {
            case Refused refused -> refused(refused);
            case Repeated repeated -> plain(repeated).withRemaining(repeated.lastSequence());
            case WalletOutcome.Frozen frozen -> plain(frozen).withFrozen(frozen.now());
            case WalletOutcome.Unfrozen unfrozen -> plain(unfrozen).withFrozen(unfrozen.now());
            case WalletOutcome other -> plain(other);
            case MerchantOutcome.Frozen frozen -> plain(frozen).withFrozen(frozen.now());
            case MerchantOutcome.Unfrozen unfrozen -> plain(unfrozen).withFrozen(unfrozen.now());
            case MerchantOutcome other -> plain(other);
            case TransferOutcome.Sent sent -> money(sent, sent.amount()).withBalance(sent.balance());
            case PaymentOutcome.Paid paid -> money(paid, paid.amount()).withBalance(paid.balance());
            case PaymentOutcome.Authorised held -> money(held, held.held()).withUntil(held.expiresAt());
            case PaymentOutcome.Captured captured ->
                money(captured, captured.captured()).withReleased(captured.released());
            case PaymentOutcome.Voided voided -> money(voided, voided.released());
            case PaymentOutcome.Refunded refunded ->
                money(refunded, refunded.amount()).withRemaining(refunded.remaining());
            case TopUpOutcome.Started started -> money(started, started.amount());
            case TopUpOutcome.Booked booked -> money(booked, booked.amount()).withBalance(booked.balance());
            case CashOutOutcome.Started started -> money(started, started.amount());
            case CashOutOutcome.Booked booked -> money(booked, booked.amount()).withBalance(booked.balance());
            case InstructionOutcome instruction -> instruction(instruction);
            case LinkOutcome link -> plain(link);
            case BankOutcome.Suspended suspended -> plain(suspended).withRemaining(suspended.unclaimed());
            case BankOutcome.Swept swept -> money(swept, swept.amount()).withRemaining(swept.inTransit());
            case BankOutcome.Arrived arrived -> money(arrived, arrived.amount()).withRemaining(arrived.inTransit());
            case BankOutcome other -> plain(other);
            case LedgerOutcome.Booked booked -> plain(booked).withAmount(booked.moved());
            case LedgerOutcome.Posted posted -> plain(posted).withAmount(posted.moved());
            case LedgerOutcome.Held held ->
                held.expiresAt() == 0 ? plain(held) : plain(held).withUntil(held.expiresAt());
            case LedgerOutcome.Released released -> plain(released);
            case SettingsOutcome applied -> plain(applied);
            case TrustOutcome applied -> plain(applied);
            case IdentityOutcome accepted -> plain(accepted);
            case CheckpointOutcome.Moved moved ->
                moved.until() == 0 ? plain(moved) : plain(moved).withUntil(moved.until());
            case CheckpointOutcome other -> plain(other);
        };
    }

    private static OutcomeView instruction(InstructionOutcome outcome) {
        return switch (outcome) {
            case InstructionOutcome.Claimed claimed ->
                money(claimed, claimed.amount()).withUntil(claimed.until());
            case InstructionOutcome.Doubted doubted ->
                money(doubted, doubted.amount()).withUntil(doubted.askAt());
            case InstructionOutcome.Withdrawn withdrawn -> money(withdrawn, withdrawn.amount());
            case InstructionOutcome.Booked booked -> money(booked, booked.amount());
            case InstructionOutcome.BookedToSuspense booked -> money(booked, booked.amount());
            case InstructionOutcome.Released released -> money(released, released.amount());
            case InstructionOutcome.AlreadyKnown known -> plain(known).withStatus(known.status());
            case InstructionOutcome.Contradicted contradicted ->
                plain(contradicted).withStatus(contradicted.status());
            case Refused refused -> refused(refused);
            case Repeated repeated -> plain(repeated).withRemaining(repeated.lastSequence());
        };
    }

    private static OutcomeView plain(Outcome outcome) {
        return new OutcomeView(
                Forms.word(outcome.kind()),
                outcome.accepted(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static OutcomeView money(Outcome outcome, Money amount) {
        return plain(outcome).withMoney(amount);
    }

    private static OutcomeView refused(Refused refused) {
        Refusal reason = refused.reason();
        return new OutcomeView(
                Forms.word(refused.kind()),
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Refusals.code(reason),
                reason.boundMeaning().isEmpty() ? null : (Long) refused.bound());
    }

    private OutcomeView withMoney(Money money) {
        return new OutcomeView(
                outcome,
                accepted,
                money.minorUnits(),
                money.currency(),
                balance,
                remaining,
                released,
                until,
                frozen,
                status,
                code,
                bound);
    }

    private OutcomeView withAmount(long value) {
        return new OutcomeView(
                outcome, accepted, value, currency, balance, remaining, released, until, frozen, status, code, bound);
    }

    private OutcomeView withBalance(long value) {
        return new OutcomeView(
                outcome, accepted, amount, currency, value, remaining, released, until, frozen, status, code, bound);
    }

    private OutcomeView withRemaining(long value) {
        return new OutcomeView(
                outcome, accepted, amount, currency, balance, value, released, until, frozen, status, code, bound);
    }

    private OutcomeView withReleased(long value) {
        return new OutcomeView(
                outcome, accepted, amount, currency, balance, remaining, value, until, frozen, status, code, bound);
    }

    private OutcomeView withUntil(long millis) {
        return new OutcomeView(
                outcome,
                accepted,
                amount,
                currency,
                balance,
                remaining,
                released,
                Instant.ofEpochMilli(millis),
                frozen,
                status,
                code,
                bound);
    }

    private OutcomeView withFrozen(FreezeScope value) {
        return new OutcomeView(
                outcome, accepted, amount, currency, balance, remaining, released, until, value, status, code, bound);
    }

    private OutcomeView withStatus(InstructionStatus value) {
        return new OutcomeView(
                outcome, accepted, amount, currency, balance, remaining, released, until, frozen, value, code, bound);
    }
}
