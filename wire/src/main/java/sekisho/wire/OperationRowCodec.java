package sekisho.wire;

import java.util.ArrayList;
import java.util.List;
import sekisho.protocol.BookId;
import sekisho.protocol.DeadlineKind;
import sekisho.protocol.LedgerCommand;
import sekisho.protocol.Line;
import sekisho.protocol.MerchantId;
import sekisho.protocol.PaymentStatus;
import sekisho.protocol.StateRecord;
import sekisho.protocol.WalletId;
import sekisho.wire.sbe.DeadlineRowDecoder;
import sekisho.wire.sbe.DeadlineRowEncoder;
import sekisho.wire.sbe.HoldRowDecoder;
import sekisho.wire.sbe.HoldRowEncoder;
import sekisho.wire.sbe.LineDecoder;
import sekisho.wire.sbe.PaymentRowDecoder;
import sekisho.wire.sbe.PaymentRowEncoder;
import sekisho.wire.sbe.ReversalRowDecoder;
import sekisho.wire.sbe.ReversalRowEncoder;

/** Rows of operations in progress, and their bytes: templates 3300 to 3399. */
final class OperationRowCodec {
    private final HoldRowEncoder holdRowEncoder = new HoldRowEncoder();
    private final HoldRowDecoder holdRowDecoder = new HoldRowDecoder();
    private final PaymentRowEncoder paymentRowEncoder = new PaymentRowEncoder();
    private final PaymentRowDecoder paymentRowDecoder = new PaymentRowDecoder();
    private final DeadlineRowEncoder deadlineRowEncoder = new DeadlineRowEncoder();
    private final DeadlineRowDecoder deadlineRowDecoder = new DeadlineRowDecoder();
    private final ReversalRowEncoder reversalRowEncoder = new ReversalRowEncoder();
    private final ReversalRowDecoder reversalRowDecoder = new ReversalRowDecoder();

    int encode(StateRecord.HoldRow row, Destination to) {
        var e = to.begin(holdRowEncoder);
        e.book(row.book().value()).expiresAt(row.expiresAt());
        Fields.put(e.hold(), row.hold());
        var lines = e.linesCount(Fields.lineCount(row.lines()));
        for (Line line : row.lines()) {
            Fields.put(lines.next().line(), line);
        }
        return to.end(e);
    }

    int encode(StateRecord.PaymentRow row, Destination to) {
        var e = to.begin(paymentRowEncoder);
        e.book(row.book().value())
                .wallet(row.wallet().value())
                .merchant(row.merchant().value())
                .status(Fields.uint8(row.status().code()))
                .refundable(row.refundable())
                .refundableFee(row.refundableFee())
                .expiresAt(row.expiresAt());
        Fields.put(e.payment(), row.payment());
        Fields.put(e.amount(), row.amount());
        Fields.put(e.booked(), row.booked());
        return to.end(e);
    }

    int encode(StateRecord.DeadlineRow row, Destination to) {
        var e = to.begin(deadlineRowEncoder);
        e.at(row.at())
                .sequence(row.sequence())
                .kind(Fields.uint8(row.kind().code()))
                .book(row.book().value())
                .owner(row.owner());
        Fields.put(e.subject(), row.subject());
        return to.end(e);
    }

    int encode(StateRecord.ReversalRow row, Destination to) {
        var e = to.begin(reversalRowEncoder);
        e.book(row.book().value());
        Fields.put(e.operation(), row.operation());
        return to.end(e);
    }

    StateRecord decode(Message from) {
        return switch (from.template()) {
            case HoldRowDecoder.TEMPLATE_ID -> {
                var d = from.body(holdRowDecoder);
                int count = from.group(LineDecoder.ENCODED_LENGTH, LedgerCommand.MAX_LINES);
                List<Line> lines = new ArrayList<>(count);
                for (var line : d.lines()) {
                    lines.add(Fields.line(line.line()));
                }
                yield new StateRecord.HoldRow(new BookId(d.book()), Fields.operation(d.hold()), d.expiresAt(), lines);
            }
            case PaymentRowDecoder.TEMPLATE_ID -> {
                var d = from.body(paymentRowDecoder);
                yield new StateRecord.PaymentRow(
                        new BookId(d.book()),
                        Fields.operation(d.payment()),
                        new WalletId(d.wallet()),
                        new MerchantId(d.merchant()),
                        Fields.money(d.amount()),
                        PaymentStatus.of(d.status()),
                        d.refundable(),
                        d.refundableFee(),
                        d.expiresAt(),
                        Fields.booked(d.booked()));
            }
            case DeadlineRowDecoder.TEMPLATE_ID -> {
                var d = from.body(deadlineRowDecoder);
                yield new StateRecord.DeadlineRow(
                        d.at(),
                        d.sequence(),
                        DeadlineKind.of(d.kind()),
                        new BookId(d.book()),
                        Fields.operation(d.subject()),
                        d.owner());
            }
            case ReversalRowDecoder.TEMPLATE_ID -> {
                var d = from.body(reversalRowDecoder);
                yield new StateRecord.ReversalRow(new BookId(d.book()), Fields.operation(d.operation()));
            }
            default -> throw from.unknownTemplate();
        };
    }
}
