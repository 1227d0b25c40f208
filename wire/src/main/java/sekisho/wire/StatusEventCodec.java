package sekisho.wire;

import sekisho.protocol.AccountKind;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.Event;
import sekisho.protocol.FreezeScope;
import sekisho.protocol.InstructionStatus;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.WalletId;
import sekisho.wire.sbe.BankChangedDecoder;
import sekisho.wire.sbe.BankChangedEncoder;
import sekisho.wire.sbe.BankContradictionDecoder;
import sekisho.wire.sbe.BankContradictionEncoder;
import sekisho.wire.sbe.ClockHaltedDecoder;
import sekisho.wire.sbe.ClockHaltedEncoder;
import sekisho.wire.sbe.EnquiryDueDecoder;
import sekisho.wire.sbe.EnquiryDueEncoder;
import sekisho.wire.sbe.HolderChangedDecoder;
import sekisho.wire.sbe.HolderChangedEncoder;
import sekisho.wire.sbe.InstructionChangedDecoder;
import sekisho.wire.sbe.InstructionChangedEncoder;
import sekisho.wire.sbe.LinkChangedDecoder;
import sekisho.wire.sbe.LinkChangedEncoder;

/** Changes of banks, links, holders and the clock, and their bytes: templates 2100 to 2199. */
final class StatusEventCodec {
    private final InstructionChangedEncoder instructionChangedEncoder = new InstructionChangedEncoder();
    private final InstructionChangedDecoder instructionChangedDecoder = new InstructionChangedDecoder();
    private final EnquiryDueEncoder enquiryDueEncoder = new EnquiryDueEncoder();
    private final EnquiryDueDecoder enquiryDueDecoder = new EnquiryDueDecoder();
    private final BankContradictionEncoder bankContradictionEncoder = new BankContradictionEncoder();
    private final BankContradictionDecoder bankContradictionDecoder = new BankContradictionDecoder();
    private final LinkChangedEncoder linkChangedEncoder = new LinkChangedEncoder();
    private final LinkChangedDecoder linkChangedDecoder = new LinkChangedDecoder();
    private final HolderChangedEncoder holderChangedEncoder = new HolderChangedEncoder();
    private final HolderChangedDecoder holderChangedDecoder = new HolderChangedDecoder();
    private final BankChangedEncoder bankChangedEncoder = new BankChangedEncoder();
    private final BankChangedDecoder bankChangedDecoder = new BankChangedDecoder();
    private final ClockHaltedEncoder clockHaltedEncoder = new ClockHaltedEncoder();
    private final ClockHaltedDecoder clockHaltedDecoder = new ClockHaltedDecoder();

    int encode(Event.InstructionChanged event, Destination to) {
        var e = to.begin(instructionChangedEncoder);
        e.status(Fields.uint8(event.status().code()))
                .operation(Fields.uint8(event.operation().code()))
                .bank(event.bank().code())
                .wallet(event.wallet().value())
                .until(event.until());
        Fields.put(e.instruction(), event.instruction());
        Fields.put(e.link(), event.link());
        Fields.put(e.amount(), event.amount());
        return to.end(e);
    }

    int encode(Event.EnquiryDue event, Destination to) {
        var e = to.begin(enquiryDueEncoder);
        e.bank(event.bank().code()).attempt(event.attempt());
        Fields.put(e.instruction(), event.instruction());
        return to.end(e);
    }

    int encode(Event.BankContradiction event, Destination to) {
        var e = to.begin(bankContradictionEncoder);
        e.bank(event.bank().code())
                .said(Fields.uint8(event.said().code()))
                .before(Fields.uint8(event.before().code()));
        Fields.put(e.instruction(), event.instruction());
        return to.end(e);
    }

    int encode(Event.LinkChanged event, Destination to) {
        var e = to.begin(linkChangedEncoder);
        e.wallet(event.wallet().value())
                .bank(event.bank().code())
                .status(Fields.uint8(event.status().code()));
        Fields.put(e.link(), event.link());
        return to.end(e);
    }

    int encode(Event.HolderChanged event, Destination to) {
        var e = to.begin(holderChangedEncoder);
        e.kind(Fields.uint8(event.kind().code()))
                .holder(event.holder())
                .closed(Fields.flag(event.closed()))
                .frozen(Fields.uint8(event.frozen().code()))
                .tier(event.tier());
        return to.end(e);
    }

    int encode(Event.BankChanged event, Destination to) {
        var e = to.begin(bankChangedEncoder);
        e.bank(event.bank().code())
                .operation(Fields.uint8(event.operation().code()))
                .open(Fields.flag(event.open()))
                .reason(event.reason());
        return to.end(e);
    }

    int encode(Event.ClockHalted event, Destination to) {
        var e = to.begin(clockHaltedEncoder);
        e.trusted(event.trusted()).stamp(event.stamp());
        return to.end(e);
    }

    Event decode(Message from) {
        return switch (from.template()) {
            case InstructionChangedDecoder.TEMPLATE_ID -> {
                var d = from.body(instructionChangedDecoder);
                yield new Event.InstructionChanged(
                        Fields.operation(d.instruction()),
                        InstructionStatus.of(d.status()),
                        BankOperation.of(d.operation()),
                        new BankId(d.bank()),
                        new WalletId(d.wallet()),
                        Fields.operation(d.link()),
                        Fields.money(d.amount()),
                        d.until());
            }
            case EnquiryDueDecoder.TEMPLATE_ID -> {
                var d = from.body(enquiryDueDecoder);
                yield new Event.EnquiryDue(Fields.operation(d.instruction()), new BankId(d.bank()), d.attempt());
            }
            case BankContradictionDecoder.TEMPLATE_ID -> {
                var d = from.body(bankContradictionDecoder);
                yield new Event.BankContradiction(
                        Fields.operation(d.instruction()),
                        new BankId(d.bank()),
                        InstructionStatus.of(d.said()),
                        InstructionStatus.of(d.before()));
            }
            case LinkChangedDecoder.TEMPLATE_ID -> {
                var d = from.body(linkChangedDecoder);
                yield new Event.LinkChanged(
                        Fields.operation(d.link()),
                        new WalletId(d.wallet()),
                        new BankId(d.bank()),
                        LinkStatus.of(d.status()));
            }
            case HolderChangedDecoder.TEMPLATE_ID -> {
                var d = from.body(holderChangedDecoder);
                yield new Event.HolderChanged(
                        AccountKind.ofCode(d.kind()),
                        d.holder(),
                        Fields.flag(d.closed()),
                        FreezeScope.ofCode(d.frozen()),
                        d.tier());
            }
            case BankChangedDecoder.TEMPLATE_ID -> {
                var d = from.body(bankChangedDecoder);
                yield new Event.BankChanged(
                        new BankId(d.bank()), BankOperation.of(d.operation()), Fields.flag(d.open()), d.reason());
            }
            case ClockHaltedDecoder.TEMPLATE_ID -> {
                var d = from.body(clockHaltedDecoder);
                yield new Event.ClockHalted(d.trusted(), d.stamp());
            }
            default -> throw from.unknownTemplate();
        };
    }
}
