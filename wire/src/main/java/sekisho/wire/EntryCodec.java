package sekisho.wire;

import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BookId;
import sekisho.protocol.Currency;
import sekisho.protocol.EntryKind;
import sekisho.protocol.Event;
import sekisho.protocol.Side;
import sekisho.wire.sbe.EntryDecoder;
import sekisho.wire.sbe.EntryEncoder;

/**
 * {@link Event.Entry} and its bytes, template 2001. Of all messages the outcome log has most of this one, so the
 * account's book is left out; what comes before it says which it is.
 */
final class EntryCodec {
    private static final long HEADER = Destination.header(new EntryEncoder());

    private final EntryEncoder encoder = new EntryEncoder();
    private final EntryDecoder decoder = new EntryDecoder();

    int encode(Event.Entry entry, Destination to) {
        AccountKey account = entry.account();
        var e = to.begin(encoder, HEADER);
        e.kind(Fields.uint8(account.kind().code()))
                .owner(account.owner())
                .currency(account.currency().packed())
                .sequence(entry.sequence())
                .entryKind(Fields.uint8(entry.kind().code()))
                .side(Fields.uint8(entry.side().code()))
                .amount(entry.amount())
                .balance(entry.balance());
        return to.end(e);
    }

    Event.Entry decode(Message from, BookId book) {
        var d = from.body(decoder);
        var account = new AccountKey(book, AccountKind.ofCode(d.kind()), d.owner(), Currency.ofPacked(d.currency()));
        return new Event.Entry(
                account, d.sequence(), EntryKind.of(d.entryKind()), Side.of(d.side()), d.amount(), d.balance());
    }
}
