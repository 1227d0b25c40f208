package sekisho.wire;

import java.util.ArrayList;
import java.util.List;
import sekisho.protocol.LedgerCommand;
import sekisho.protocol.Line;
import sekisho.wire.sbe.LedgerBookDecoder;
import sekisho.wire.sbe.LedgerBookEncoder;
import sekisho.wire.sbe.LedgerHoldDecoder;
import sekisho.wire.sbe.LedgerHoldEncoder;
import sekisho.wire.sbe.LedgerPostHoldDecoder;
import sekisho.wire.sbe.LedgerPostHoldEncoder;
import sekisho.wire.sbe.LedgerVoidHoldDecoder;
import sekisho.wire.sbe.LedgerVoidHoldEncoder;
import sekisho.wire.sbe.LineDecoder;

/** {@link LedgerCommand} and its bytes: templates 1000 to 1099. */
final class LedgerCommandCodec {
    private final LedgerBookEncoder bookEncoder = new LedgerBookEncoder();
    private final LedgerBookDecoder bookDecoder = new LedgerBookDecoder();
    private final LedgerHoldEncoder holdEncoder = new LedgerHoldEncoder();
    private final LedgerHoldDecoder holdDecoder = new LedgerHoldDecoder();
    private final LedgerPostHoldEncoder postHoldEncoder = new LedgerPostHoldEncoder();
    private final LedgerPostHoldDecoder postHoldDecoder = new LedgerPostHoldDecoder();
    private final LedgerVoidHoldEncoder voidHoldEncoder = new LedgerVoidHoldEncoder();
    private final LedgerVoidHoldDecoder voidHoldDecoder = new LedgerVoidHoldDecoder();

    int encode(LedgerCommand command, Destination to) {
        return switch (command) {
            case LedgerCommand.Book c -> {
                var e = to.begin(bookEncoder);
                e.upTo(Fields.flag(c.upTo()));
                Fields.put(e.reverses(), c.reverses());
                var lines = e.linesCount(Fields.lineCount(c.lines()));
                for (Line line : c.lines()) {
                    Fields.put(lines.next().line(), line);
                }
                yield to.end(e);
            }
            case LedgerCommand.Hold c -> {
                var e = to.begin(holdEncoder);
                e.expiresAfterMillis(c.expiresAfterMillis());
                var lines = e.linesCount(Fields.lineCount(c.lines()));
                for (Line line : c.lines()) {
                    Fields.put(lines.next().line(), line);
                }
                yield to.end(e);
            }
            case LedgerCommand.PostHold c -> {
                var e = to.begin(postHoldEncoder);
                e.amount(c.amount());
                Fields.put(e.hold(), c.hold());
                yield to.end(e);
            }
            case LedgerCommand.VoidHold c -> {
                var e = to.begin(voidHoldEncoder);
                Fields.put(e.hold(), c.hold());
                yield to.end(e);
            }
        };
    }

    LedgerCommand decode(Message from) {
        return switch (from.template()) {
            case LedgerBookDecoder.TEMPLATE_ID -> {
                var d = from.body(bookDecoder);
                int count = from.group(LineDecoder.ENCODED_LENGTH, LedgerCommand.MAX_LINES);
                List<Line> lines = new ArrayList<>(count);
                for (var line : d.lines()) {
                    lines.add(Fields.line(line.line()));
                }
                yield new LedgerCommand.Book(lines, Fields.flag(d.upTo()), Fields.operation(d.reverses()));
            }
            case LedgerHoldDecoder.TEMPLATE_ID -> {
                var d = from.body(holdDecoder);
                int count = from.group(LineDecoder.ENCODED_LENGTH, LedgerCommand.MAX_LINES);
                List<Line> lines = new ArrayList<>(count);
                for (var line : d.lines()) {
                    lines.add(Fields.line(line.line()));
                }
                yield new LedgerCommand.Hold(lines, d.expiresAfterMillis());
            }
            case LedgerPostHoldDecoder.TEMPLATE_ID -> {
                var d = from.body(postHoldDecoder);
                yield new LedgerCommand.PostHold(Fields.operation(d.hold()), d.amount());
            }
            case LedgerVoidHoldDecoder.TEMPLATE_ID -> {
                var d = from.body(voidHoldDecoder);
                yield new LedgerCommand.VoidHold(Fields.operation(d.hold()));
            }
            default -> throw from.unknownTemplate();
        };
    }
}
