package sekisho.wire;

import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.BookId;
import sekisho.protocol.InstructionStatus;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.StateRecord;
import sekisho.protocol.WalletId;
import sekisho.wire.sbe.BankRowDecoder;
import sekisho.wire.sbe.BankRowEncoder;
import sekisho.wire.sbe.InstructionRowDecoder;
import sekisho.wire.sbe.InstructionRowEncoder;
import sekisho.wire.sbe.LinkRowDecoder;
import sekisho.wire.sbe.LinkRowEncoder;

/** Rows of banks, links and instructions, and their bytes: templates 3200 to 3299. */
final class BankRowCodec {
    private final BankRowEncoder bankRowEncoder = new BankRowEncoder();
    private final BankRowDecoder bankRowDecoder = new BankRowDecoder();
    private final LinkRowEncoder linkRowEncoder = new LinkRowEncoder();
    private final LinkRowDecoder linkRowDecoder = new LinkRowDecoder();
    private final InstructionRowEncoder instructionRowEncoder = new InstructionRowEncoder();
    private final InstructionRowDecoder instructionRowDecoder = new InstructionRowDecoder();

    int encode(StateRecord.BankRow row, Destination to) {
        var e = to.begin(bankRowEncoder);
        e.book(row.book().value())
                .bank(row.bank().code())
                .linksOpen(Fields.flag(row.linksOpen()))
                .topUpsOpen(Fields.flag(row.topUpsOpen()))
                .cashOutsOpen(Fields.flag(row.cashOutsOpen()))
                .withdrawnTopUps(row.withdrawnTopUps())
                .withdrawnCashOuts(row.withdrawnCashOuts());
        return to.end(e);
    }

    int encode(StateRecord.LinkRow row, Destination to) {
        var e = to.begin(linkRowEncoder);
        e.book(row.book().value())
                .wallet(row.wallet().value())
                .place(row.place())
                .bank(row.bank().code())
                .status(Fields.uint8(row.status().code()))
                .evidence(row.evidence());
        Fields.put(e.link(), row.link());
        return to.end(e);
    }

    int encode(StateRecord.InstructionRow row, Destination to) {
        var e = to.begin(instructionRowEncoder);
        e.book(row.book().value())
                .sequence(row.sequence())
                .operation(Fields.uint8(row.operation().code()))
                .bank(row.bank().code())
                .wallet(row.wallet().value())
                .status(Fields.uint8(row.status().code()))
                .until(row.until())
                .attempt(row.attempt());
        Fields.put(e.instruction(), row.instruction());
        Fields.put(e.link(), row.link());
        Fields.put(e.amount(), row.amount());
        Fields.put(e.booked(), row.booked());
        return to.end(e);
    }

    StateRecord decode(Message from) {
        return switch (from.template()) {
            case BankRowDecoder.TEMPLATE_ID -> {
                var d = from.body(bankRowDecoder);
                yield new StateRecord.BankRow(
                        new BookId(d.book()),
                        new BankId(d.bank()),
                        Fields.flag(d.linksOpen()),
                        Fields.flag(d.topUpsOpen()),
                        Fields.flag(d.cashOutsOpen()),
                        d.withdrawnTopUps(),
                        d.withdrawnCashOuts());
            }
            case LinkRowDecoder.TEMPLATE_ID -> {
                var d = from.body(linkRowDecoder);
                yield new StateRecord.LinkRow(
                        new BookId(d.book()),
                        new WalletId(d.wallet()),
                        Fields.operation(d.link()),
                        d.place(),
                        new BankId(d.bank()),
                        LinkStatus.of(d.status()),
                        d.evidence());
            }
            case InstructionRowDecoder.TEMPLATE_ID -> {
                var d = from.body(instructionRowDecoder);
                yield new StateRecord.InstructionRow(
                        new BookId(d.book()),
                        Fields.operation(d.instruction()),
                        d.sequence(),
                        BankOperation.of(d.operation()),
                        new BankId(d.bank()),
                        new WalletId(d.wallet()),
                        Fields.operation(d.link()),
                        Fields.money(d.amount()),
                        InstructionStatus.of(d.status()),
                        d.until(),
                        d.attempt(),
                        Fields.booked(d.booked()));
            }
            default -> throw from.unknownTemplate();
        };
    }
}
