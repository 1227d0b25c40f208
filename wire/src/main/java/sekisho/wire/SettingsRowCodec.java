package sekisho.wire;

import sekisho.protocol.BookId;
import sekisho.protocol.Currency;
import sekisho.protocol.Operation;
import sekisho.protocol.StateRecord;
import sekisho.protocol.TierId;
import sekisho.wire.sbe.CapRowDecoder;
import sekisho.wire.sbe.CapRowEncoder;
import sekisho.wire.sbe.CurrencyRowDecoder;
import sekisho.wire.sbe.CurrencyRowEncoder;
import sekisho.wire.sbe.EngineRowDecoder;
import sekisho.wire.sbe.EngineRowEncoder;
import sekisho.wire.sbe.LimitRowDecoder;
import sekisho.wire.sbe.LimitRowEncoder;

/** Rows of what the engine was told, and their bytes: templates 3000 to 3099. */
final class SettingsRowCodec {
    private final EngineRowEncoder engineRowEncoder = new EngineRowEncoder();
    private final EngineRowDecoder engineRowDecoder = new EngineRowDecoder();
    private final CurrencyRowEncoder currencyRowEncoder = new CurrencyRowEncoder();
    private final CurrencyRowDecoder currencyRowDecoder = new CurrencyRowDecoder();
    private final LimitRowEncoder limitRowEncoder = new LimitRowEncoder();
    private final LimitRowDecoder limitRowDecoder = new LimitRowDecoder();
    private final CapRowEncoder capRowEncoder = new CapRowEncoder();
    private final CapRowDecoder capRowDecoder = new CapRowDecoder();

    int encode(StateRecord.Engine row, Destination to) {
        var e = to.begin(engineRowEncoder);
        e.now(row.now())
                .halted(Fields.flag(row.halted()))
                .behaviourVersion(row.behaviourVersion())
                .day(row.day())
                .journalCapacity(row.journalCapacity())
                .deadlineSequence(row.deadlineSequence())
                .instructionSequence(row.instructionSequence());
        return to.end(e);
    }

    int encode(StateRecord.CurrencyRow row, Destination to) {
        var e = to.begin(currencyRowEncoder);
        e.currency(row.currency().packed()).exponent(row.exponent()).test(Fields.flag(row.test()));
        return to.end(e);
    }

    int encode(StateRecord.LimitRow row, Destination to) {
        var e = to.begin(limitRowEncoder);
        e.book(row.book().value())
                .tier(Fields.uint8(row.tier().value()))
                .currency(row.currency().packed())
                .operation(Fields.uint8(row.operation().code()));
        Fields.put(e.bounds(), row.limit());
        return to.end(e);
    }

    int encode(StateRecord.CapRow row, Destination to) {
        var e = to.begin(capRowEncoder);
        e.book(row.book().value())
                .tier(Fields.uint8(row.tier().value()))
                .currency(row.currency().packed())
                .balanceCap(row.cap());
        return to.end(e);
    }

    StateRecord decode(Message from) {
        return switch (from.template()) {
            case EngineRowDecoder.TEMPLATE_ID -> {
                var d = from.body(engineRowDecoder);
                yield new StateRecord.Engine(
                        d.now(),
                        Fields.flag(d.halted()),
                        d.behaviourVersion(),
                        d.day(),
                        d.journalCapacity(),
                        d.deadlineSequence(),
                        d.instructionSequence());
            }
            case CurrencyRowDecoder.TEMPLATE_ID -> {
                var d = from.body(currencyRowDecoder);
                yield new StateRecord.CurrencyRow(Currency.ofPacked(d.currency()), d.exponent(), Fields.flag(d.test()));
            }
            case LimitRowDecoder.TEMPLATE_ID -> {
                var d = from.body(limitRowDecoder);
                yield new StateRecord.LimitRow(
                        new BookId(d.book()),
                        new TierId(d.tier()),
                        Currency.ofPacked(d.currency()),
                        Operation.of(d.operation()),
                        Fields.limit(d.bounds()));
            }
            case CapRowDecoder.TEMPLATE_ID -> {
                var d = from.body(capRowDecoder);
                yield new StateRecord.CapRow(
                        new BookId(d.book()), new TierId(d.tier()), Currency.ofPacked(d.currency()), d.balanceCap());
            }
            default -> throw from.unknownTemplate();
        };
    }
}
