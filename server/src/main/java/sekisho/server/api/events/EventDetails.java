package sekisho.server.api.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.AccountKind;
import sekisho.protocol.Answer;
import sekisho.protocol.ClientId;
import sekisho.protocol.Event;
import sekisho.protocol.RequestId;
import sekisho.protocol.RequestKey;
import sekisho.protocol.StreamEntry;
import sekisho.server.api.entries.Owners;
import sekisho.server.api.outcomes.OutcomeView;
import sekisho.server.json.Hex;

/** The engine's events as the API shows them. */
final class EventDetails {
    private EventDetails() {}

    static EventDetail of(Event event) {
        return switch (event) {
            case Event.Entry entry ->
                new EventDetail.Entry(
                        EventDetail.ENTRY,
                        entry.account().kind(),
                        Owners.text(entry.account().kind(), entry.account().owner()),
                        entry.account().currency(),
                        entry.sequence(),
                        entry.kind(),
                        entry.side(),
                        entry.amount(),
                        entry.balance());
            case Event.Effective effective ->
                new EventDetail.Effective(EventDetail.EFFECTIVE, Instant.ofEpochMilli(effective.at()));
            case Event.Reverses reverses -> new EventDetail.Reverses(EventDetail.REVERSES, reverses.operation());
            case Event.HoldOpened opened ->
                new EventDetail.HoldOpened(EventDetail.HOLD_OPENED, opened.hold(), timeOrNone(opened.expiresAt()));
            case Event.HoldClosed closed ->
                new EventDetail.HoldClosed(EventDetail.HOLD_CLOSED, closed.hold(), closed.end());
            case Event.PaymentChanged payment ->
                new EventDetail.PaymentChanged(
                        EventDetail.PAYMENT_CHANGED, payment.payment(), payment.status(), payment.refundable());
            case Event.InstructionChanged instruction -> instruction(instruction);
            case Event.EnquiryDue due ->
                new EventDetail.EnquiryDue(EventDetail.ENQUIRY_DUE, due.instruction(), due.bank(), due.attempt());
            case Event.BankContradiction bank ->
                new EventDetail.BankContradiction(
                        EventDetail.BANK_CONTRADICTION, bank.instruction(), bank.bank(), bank.said(), bank.before());
            case Event.LinkChanged link ->
                new EventDetail.LinkChanged(
                        EventDetail.LINK_CHANGED, link.link(), link.wallet(), link.bank(), link.status());
            case Event.HolderChanged holder ->
                new EventDetail.HolderChanged(
                        EventDetail.HOLDER_CHANGED,
                        holder.kind(),
                        Hex.of(holder.holder()),
                        holder.closed(),
                        holder.frozen(),
                        holder.kind() == AccountKind.WALLET ? holder.tier() : null);
            case Event.BankChanged bank ->
                new EventDetail.BankChanged(
                        EventDetail.BANK_CHANGED, bank.bank(), bank.operation(), bank.open(), bank.reason());
            case Event.SafeguardingShortfall(var currency, var outstanding, var held) ->
                new EventDetail.SafeguardingShortfall(EventDetail.SAFEGUARDING_SHORTFALL, currency, outstanding, held);
            case Event.ClockHalted(var trusted, var stamp) ->
                new EventDetail.ClockHalted(
                        EventDetail.CLOCK_HALTED, Instant.ofEpochMilli(trusted), Instant.ofEpochMilli(stamp));
            case Event.TrustChanged _ -> checkpoint("trust-changed");
            case Event.EvidenceAccepted _ -> checkpoint("evidence-accepted");
            case Event.AssuranceChanged _ -> checkpoint("assurance-changed");
            case Event.AuthenticatorChanged _ -> checkpoint("authenticator-changed");
            case Event.LinkMoved _ -> checkpoint("link-moved");
            case Event.TryFailed _ -> checkpoint("try-failed");
            case Event.DoorFailed _ -> checkpoint("door-failed");
            case Event.LockMoved _ -> checkpoint("lock-moved");
        };
    }

    private static EventDetail checkpoint(String what) {
        return new EventDetail.Checkpoint(EventDetail.CHECKPOINT, what);
    }

    static EventDetail of(ClientId client, RequestKey key, Answer answer) {
        var outcome = OutcomeView.of(answer.outcome());
        return switch (key) {
            case RequestId id ->
                new EventDetail.Answered(
                        EventDetail.ANSWERED, client.value(), id, null, null, answer.repeated(), outcome);
            case StreamEntry entry ->
                new EventDetail.Answered(
                        EventDetail.ANSWERED,
                        client.value(),
                        null,
                        Hex.of(entry.stream()),
                        entry.sequence(),
                        answer.repeated(),
                        outcome);
        };
    }

    private static EventDetail instruction(Event.InstructionChanged event) {
        return new EventDetail.InstructionChanged(
                EventDetail.INSTRUCTION_CHANGED,
                event.instruction(),
                event.status(),
                event.operation(),
                event.bank(),
                event.wallet(),
                event.link(),
                event.amount().minorUnits(),
                event.amount().currency(),
                timeOrNone(event.until()));
    }

    private static @Nullable Instant timeOrNone(long millis) {
        return millis == 0 ? null : Instant.ofEpochMilli(millis);
    }
}
