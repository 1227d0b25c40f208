package sekisho.wire;

import sekisho.protocol.ClientId;
import sekisho.protocol.Currency;
import sekisho.protocol.OutcomeKind;
import sekisho.protocol.StateRecord;
import sekisho.wire.sbe.AnswerRowDecoder;
import sekisho.wire.sbe.AnswerRowEncoder;
import sekisho.wire.sbe.StreamRowDecoder;
import sekisho.wire.sbe.StreamRowEncoder;

/** Rows of what was answered, and their bytes: templates 3400 to 3499. */
final class AnswerRowCodec {
    private final AnswerRowEncoder answerRowEncoder = new AnswerRowEncoder();
    private final AnswerRowDecoder answerRowDecoder = new AnswerRowDecoder();
    private final StreamRowEncoder streamRowEncoder = new StreamRowEncoder();
    private final StreamRowDecoder streamRowDecoder = new StreamRowDecoder();

    int encode(StateRecord.AnswerRow row, Destination to) {
        var e = to.begin(answerRowEncoder);
        e.client(row.client().value())
                .contentHash(row.contentHash())
                .kind(Fields.uint8(row.kind().code()))
                .currency(row.currency().packed())
                .first(row.first())
                .second(row.second());
        Fields.put(e.id(), row.id());
        return to.end(e);
    }

    int encode(StateRecord.StreamRow row, Destination to) {
        var e = to.begin(streamRowEncoder);
        e.client(row.client().value()).stream(row.stream()).last(row.last()).chainHash(row.chainHash());
        return to.end(e);
    }

    StateRecord decode(Message from) {
        return switch (from.template()) {
            case AnswerRowDecoder.TEMPLATE_ID -> {
                var d = from.body(answerRowDecoder);
                yield new StateRecord.AnswerRow(
                        new ClientId(d.client()),
                        Fields.requestId(d.id()),
                        d.contentHash(),
                        OutcomeKind.ofCode(d.kind()),
                        Currency.ofPacked(d.currency()),
                        d.first(),
                        d.second());
            }
            case StreamRowDecoder.TEMPLATE_ID -> {
                var d = from.body(streamRowDecoder);
                yield new StateRecord.StreamRow(new ClientId(d.client()), d.stream(), d.last(), d.chainHash());
            }
            default -> throw from.unknownTemplate();
        };
    }
}
