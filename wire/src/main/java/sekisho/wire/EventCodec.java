package sekisho.wire;

import sekisho.protocol.BookId;
import sekisho.protocol.Event;
import sekisho.wire.sbe.EntryDecoder;

/** {@link Event} and its bytes. */
final class EventCodec {
    private final EntryCodec entries = new EntryCodec();
    private final MovementEventCodec movements = new MovementEventCodec();
    private final StatusEventCodec statuses = new StatusEventCodec();
    private final FlatCodec<Event> flat = FlatCodec.events();

    int encode(Event event, Destination to) {
        return switch (event) {
            case Event.Entry e -> entries.encode(e, to);
            case Event.Effective e -> movements.encode(e, to);
            case Event.Reverses e -> movements.encode(e, to);
            case Event.HoldOpened e -> movements.encode(e, to);
            case Event.HoldClosed e -> movements.encode(e, to);
            case Event.PaymentChanged e -> movements.encode(e, to);
            case Event.SafeguardingShortfall e -> movements.encode(e, to);
            case Event.InstructionChanged e -> statuses.encode(e, to);
            case Event.EnquiryDue e -> statuses.encode(e, to);
            case Event.BankContradiction e -> statuses.encode(e, to);
            case Event.LinkChanged e -> statuses.encode(e, to);
            case Event.HolderChanged e -> statuses.encode(e, to);
            case Event.BankChanged e -> statuses.encode(e, to);
            case Event.ClockHalted e -> statuses.encode(e, to);
            case Event.TrustChanged e -> flat.encode(e, to);
            case Event.EvidenceAccepted e -> flat.encode(e, to);
            case Event.AssuranceChanged e -> flat.encode(e, to);
            case Event.AuthenticatorChanged e -> flat.encode(e, to);
            case Event.LinkMoved e -> flat.encode(e, to);
            case Event.TryFailed e -> flat.encode(e, to);
            case Event.DoorFailed e -> flat.encode(e, to);
            case Event.LockMoved e -> flat.encode(e, to);
        };
    }

    /** Reads an event that is no entry. */
    Event decode(Message from) {
        return switch (from.template() / 100) {
            case 20 -> movements.decode(from);
            case 21 -> statuses.decode(from);
            case 22 -> flat.decode(from);
            default -> throw from.unknownTemplate();
        };
    }

    static boolean isEntry(Message from) {
        return from.template() == EntryDecoder.TEMPLATE_ID;
    }

    /** Reads an entry of an account in this book. */
    Event.Entry decodeEntry(Message from, BookId book) {
        return entries.decode(from, book);
    }
}
