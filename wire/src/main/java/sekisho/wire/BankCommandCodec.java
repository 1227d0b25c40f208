package sekisho.wire;

import sekisho.protocol.BankCommand;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.wire.sbe.BankRegisterDecoder;
import sekisho.wire.sbe.BankRegisterEncoder;
import sekisho.wire.sbe.BankReopenAllDecoder;
import sekisho.wire.sbe.BankReopenAllEncoder;
import sekisho.wire.sbe.BankReopenDecoder;
import sekisho.wire.sbe.BankReopenEncoder;
import sekisho.wire.sbe.BankSuspendAllDecoder;
import sekisho.wire.sbe.BankSuspendAllEncoder;
import sekisho.wire.sbe.BankSuspendDecoder;
import sekisho.wire.sbe.BankSuspendEncoder;
import sekisho.wire.sbe.BankSweepArrivedDecoder;
import sekisho.wire.sbe.BankSweepArrivedEncoder;
import sekisho.wire.sbe.BankSweepDecoder;
import sekisho.wire.sbe.BankSweepEncoder;

/** {@link BankCommand} and its bytes: templates 900 to 999. */
final class BankCommandCodec {
    private final BankRegisterEncoder registerEncoder = new BankRegisterEncoder();
    private final BankRegisterDecoder registerDecoder = new BankRegisterDecoder();
    private final BankSuspendEncoder suspendEncoder = new BankSuspendEncoder();
    private final BankSuspendDecoder suspendDecoder = new BankSuspendDecoder();
    private final BankReopenEncoder reopenEncoder = new BankReopenEncoder();
    private final BankReopenDecoder reopenDecoder = new BankReopenDecoder();
    private final BankSweepEncoder sweepEncoder = new BankSweepEncoder();
    private final BankSweepDecoder sweepDecoder = new BankSweepDecoder();
    private final BankSweepArrivedEncoder sweepArrivedEncoder = new BankSweepArrivedEncoder();
    private final BankSweepArrivedDecoder sweepArrivedDecoder = new BankSweepArrivedDecoder();
    private final BankSuspendAllEncoder suspendAllEncoder = new BankSuspendAllEncoder();
    private final BankSuspendAllDecoder suspendAllDecoder = new BankSuspendAllDecoder();
    private final BankReopenAllEncoder reopenAllEncoder = new BankReopenAllEncoder();
    private final BankReopenAllDecoder reopenAllDecoder = new BankReopenAllDecoder();

    int encode(BankCommand command, Destination to) {
        return switch (command) {
            case BankCommand.Register c -> {
                var e = to.begin(registerEncoder);
                e.bank(c.bank().code());
                yield to.end(e);
            }
            case BankCommand.Suspend c -> {
                var e = to.begin(suspendEncoder);
                e.bank(c.bank().code())
                        .operation(Fields.uint8(c.operation().code()))
                        .reason(c.reason());
                yield to.end(e);
            }
            case BankCommand.Reopen c -> {
                var e = to.begin(reopenEncoder);
                e.bank(c.bank().code())
                        .operation(Fields.uint8(c.operation().code()))
                        .reason(c.reason());
                yield to.end(e);
            }
            case BankCommand.Sweep c -> {
                var e = to.begin(sweepEncoder);
                e.from(c.from().code()).to(c.to().code());
                Fields.put(e.amount(), c.amount());
                yield to.end(e);
            }
            case BankCommand.SweepArrived c -> {
                var e = to.begin(sweepArrivedEncoder);
                e.from(c.from().code()).to(c.to().code());
                Fields.put(e.amount(), c.amount());
                yield to.end(e);
            }
            case BankCommand.SuspendAll c -> {
                var e = to.begin(suspendAllEncoder);
                e.bank(c.bank().code()).operations(c.operations()).reason(c.reason());
                yield to.end(e);
            }
            case BankCommand.ReopenAll c -> {
                var e = to.begin(reopenAllEncoder);
                e.bank(c.bank().code()).operations(c.operations()).reason(c.reason());
                yield to.end(e);
            }
        };
    }

    BankCommand decode(Message from) {
        return switch (from.template()) {
            case BankRegisterDecoder.TEMPLATE_ID -> {
                var d = from.body(registerDecoder);
                yield new BankCommand.Register(new BankId(d.bank()));
            }
            case BankSuspendDecoder.TEMPLATE_ID -> {
                var d = from.body(suspendDecoder);
                yield new BankCommand.Suspend(new BankId(d.bank()), BankOperation.of(d.operation()), d.reason());
            }
            case BankReopenDecoder.TEMPLATE_ID -> {
                var d = from.body(reopenDecoder);
                yield new BankCommand.Reopen(new BankId(d.bank()), BankOperation.of(d.operation()), d.reason());
            }
            case BankSweepDecoder.TEMPLATE_ID -> {
                var d = from.body(sweepDecoder);
                yield new BankCommand.Sweep(new BankId(d.from()), new BankId(d.to()), Fields.money(d.amount()));
            }
            case BankSweepArrivedDecoder.TEMPLATE_ID -> {
                var d = from.body(sweepArrivedDecoder);
                yield new BankCommand.SweepArrived(new BankId(d.from()), new BankId(d.to()), Fields.money(d.amount()));
            }
            case BankSuspendAllDecoder.TEMPLATE_ID -> {
                var d = from.body(suspendAllDecoder);
                yield new BankCommand.SuspendAll(new BankId(d.bank()), d.operations(), d.reason());
            }
            case BankReopenAllDecoder.TEMPLATE_ID -> {
                var d = from.body(reopenAllDecoder);
                yield new BankCommand.ReopenAll(new BankId(d.bank()), d.operations(), d.reason());
            }
            default -> throw from.unknownTemplate();
        };
    }
}
