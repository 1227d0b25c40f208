package sekisho.server.projection;

import java.util.List;
import java.util.function.Function;
import sekisho.protocol.Currency;
import sekisho.protocol.Event;
import sekisho.protocol.OperationId;
import sekisho.protocol.OutcomeKind;

/** Rows of everything that is no entry and no answer. One owner thread. */
final class ChangeRows {
    private static final int NEVER = 0;
    private static final int OPENED = -1;

    private final Function<Table, CopyRows> tables;
    private final OpenInstructions open;

    ChangeRows(Function<Table, CopyRows> tables, OpenInstructions open) {
        this.tables = tables;
        this.open = open;
    }

    /** A payment: who pays whom and how much, its own entries say. */
    void payment(Group group, int place, Event.PaymentChanged event, List<Event.Entry> lines) {
        long wallet = 0;
        long merchant = 0;
        long amount = 0;
        long fee = 0;
        int book = group.book();
        Currency currency = Currency.NONE;
        for (Event.Entry line : lines) {
            book = line.account().book().value();
            currency = line.account().currency();
            switch (line.account().kind()) {
                case WALLET -> {
                    wallet = line.account().owner();
                    // Of a capture's lines the later ones are what it took; the earlier ones end the hold.
                    amount = line.amount();
                }
                case MERCHANT -> merchant = line.account().owner();
                case FEES -> fee = line.amount();
                case SETTLEMENT, IN_TRANSIT, COMPENSATION, SUSPENSE, POSITION, OPENING ->
                    throw new DoesNotFit("a payment moved money of " + line.account());
            }
        }
        to(Table.PAYMENT_CHANGES)
                .uuid(event.payment())
                .int8(wallet)
                .int8(merchant)
                .int8(amount)
                .int8(fee)
                .int8(event.refundable())
                .int8(group.position())
                .time(group.stamp())
                .timeOrInfinity(expiry(group))
                .int4(book)
                .int2(event.status().code())
                .int2(group.outcome())
                .int2(group.index())
                .int2(place)
                .letters(currency);
    }

    private static long expiry(Group group) {
        return group.request() != null && group.request().outcome().kind() == OutcomeKind.PAYMENT_AUTHORISED
                ? group.request().outcome().second()
                : NEVER;
    }

    void instruction(Group group, int place, Event.InstructionChanged event, List<Event.Entry> lines) {
        to(Table.INSTRUCTION_CHANGES)
                .uuid(event.instruction())
                .uuid(event.link())
                .int8(event.wallet().value())
                .int8(event.amount().minorUnits())
                .int8(group.position())
                .time(group.stamp())
                .timeOrInfinity(event.until())
                .int4(book(group, lines))
                .int2(event.bank().code())
                .int2(event.operation().code())
                .int2(event.status().code())
                .int2(group.index())
                .int2(place)
                .letters(event.amount().currency());
        open.changed(group, event);
    }

    void holdOpened(Group group, int place, Event.HoldOpened event) {
        hold(group, place, event.hold(), event.expiresAt(), group.book(), OPENED);
    }

    void holdClosed(Group group, int place, Event.HoldClosed event, List<Event.Entry> lines) {
        hold(group, place, event.hold(), NEVER, book(group, lines), event.end().code());
    }

    private void hold(Group group, int place, OperationId hold, long expiresAt, int book, int status) {
        to(Table.HOLD_CHANGES)
                .uuid(hold)
                .int8(group.position())
                .time(group.stamp())
                .timeOrInfinity(expiresAt)
                .int4(book)
                .int2(status)
                .int2(group.index())
                .int2(place);
    }

    void reversal(Group group, int place, Event.Reverses event) {
        to(Table.REVERSALS)
                .uuid(event.operation())
                .uuid(
                        group.request() == null
                                ? OperationId.NONE
                                : group.request().operation())
                .int8(group.position())
                .time(group.stamp())
                .int4(group.book())
                .int2(group.index())
                .int2(place);
    }

    void holder(Group group, int place, Event.HolderChanged event) {
        to(Table.HOLDER_CHANGES)
                .int8(event.holder())
                .int8(group.position())
                .time(group.stamp())
                .int4(group.book())
                .int2(event.kind().code())
                .int2(event.tier())
                .int2(event.frozen().code())
                .int2(group.index())
                .int2(place)
                .flag(event.closed());
    }

    void link(Group group, int place, Event.LinkChanged event) {
        to(Table.LINK_CHANGES)
                .uuid(event.link())
                .int8(event.wallet().value())
                .int8(group.position())
                .time(group.stamp())
                .int4(group.book())
                .int2(event.bank().code())
                .int2(event.status().code())
                .int2(group.index())
                .int2(place);
    }

    /** How a link of a founded book stands, and until when. */
    @SuppressWarnings("EnumOrdinal") // places of reasons are for life: they are on the wire
    void moved(Group group, int place, Event.LinkMoved event) {
        to(Table.LINK_MOVES)
                .uuid(event.link())
                .int8(event.wallet().value())
                .int8(group.position())
                .time(group.stamp())
                .timeOrInfinity(event.until())
                .int4(group.book())
                .int2(event.bank().code())
                .int2(event.status().code())
                .int2(event.reason().ordinal())
                .int2(group.index())
                .int2(place);
    }

    void authenticator(Group group, int place, Event.AuthenticatorChanged event) {
        to(Table.AUTHENTICATOR_CHANGES)
                .uuid(event.credential().high(), event.credential().low())
                .int8(event.wallet().value())
                .int8(group.position())
                .time(group.stamp())
                .timeOrInfinity(event.restsUntil())
                .int4(group.book())
                .int2(group.index())
                .int2(place)
                .flag(event.added());
    }

    void bank(Group group, int place, Event.BankChanged event) {
        to(Table.BANK_CHANGES)
                .int8(group.position())
                .time(group.stamp())
                .int4(group.book())
                .int4(event.reason())
                .int2(event.bank().code())
                .int2(event.operation().code())
                .int2(group.index())
                .int2(place)
                .flag(event.open());
    }

    void enquiry(Group group, int place, Event.EnquiryDue event) {
        to(Table.ENQUIRIES)
                .uuid(event.instruction())
                .int8(group.position())
                .time(group.stamp())
                .int4(event.attempt())
                .int2(event.bank().code())
                .int2(group.index())
                .int2(place);
    }

    void contradiction(Group group, int place, Event.BankContradiction event) {
        to(Table.BANK_CONTRADICTIONS)
                .uuid(event.instruction())
                .int8(group.position())
                .time(group.stamp())
                .int2(event.bank().code())
                .int2(event.said().code())
                .int2(event.before().code())
                .int2(group.index())
                .int2(place);
    }

    void shortfall(Group group, int place, Event.SafeguardingShortfall event) {
        to(Table.SAFEGUARDING_SHORTFALLS)
                .int8(group.position())
                .time(group.stamp())
                .int8(event.outstanding())
                .int8(event.held())
                .int4(group.book())
                .int2(group.index())
                .int2(place)
                .letters(event.currency());
    }

    void clockHalt(Group group, Event.ClockHalted event) {
        to(Table.CLOCK_HALTS).int8(group.position()).time(event.trusted()).time(event.stamp());
    }

    private CopyRows to(Table table) {
        return tables.apply(table).row();
    }

    /** The book that the request says, or else the entries; 0 without either. */
    private static int book(Group group, List<Event.Entry> lines) {
        return lines.isEmpty()
                ? group.book()
                : lines.getFirst().account().book().value();
    }
}
