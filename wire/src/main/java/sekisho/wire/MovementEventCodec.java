package sekisho.wire;

import sekisho.protocol.Currency;
import sekisho.protocol.Event;
import sekisho.protocol.HoldEnd;
import sekisho.protocol.PaymentStatus;
import sekisho.wire.sbe.EffectiveDecoder;
import sekisho.wire.sbe.EffectiveEncoder;
import sekisho.wire.sbe.HoldClosedDecoder;
import sekisho.wire.sbe.HoldClosedEncoder;
import sekisho.wire.sbe.HoldOpenedDecoder;
import sekisho.wire.sbe.HoldOpenedEncoder;
import sekisho.wire.sbe.PaymentChangedDecoder;
import sekisho.wire.sbe.PaymentChangedEncoder;
import sekisho.wire.sbe.ReversesDecoder;
import sekisho.wire.sbe.ReversesEncoder;
import sekisho.wire.sbe.SafeguardingShortfallDecoder;
import sekisho.wire.sbe.SafeguardingShortfallEncoder;

/** Entries and what is said of them, and their bytes: templates 2000 to 2099. */
final class MovementEventCodec {
    private final EffectiveEncoder effectiveEncoder = new EffectiveEncoder();
    private final EffectiveDecoder effectiveDecoder = new EffectiveDecoder();
    private final ReversesEncoder reversesEncoder = new ReversesEncoder();
    private final ReversesDecoder reversesDecoder = new ReversesDecoder();
    private final HoldOpenedEncoder holdOpenedEncoder = new HoldOpenedEncoder();
    private final HoldOpenedDecoder holdOpenedDecoder = new HoldOpenedDecoder();
    private final HoldClosedEncoder holdClosedEncoder = new HoldClosedEncoder();
    private final HoldClosedDecoder holdClosedDecoder = new HoldClosedDecoder();
    private final PaymentChangedEncoder paymentChangedEncoder = new PaymentChangedEncoder();
    private final PaymentChangedDecoder paymentChangedDecoder = new PaymentChangedDecoder();
    private final SafeguardingShortfallEncoder safeguardingShortfallEncoder = new SafeguardingShortfallEncoder();
    private final SafeguardingShortfallDecoder safeguardingShortfallDecoder = new SafeguardingShortfallDecoder();

    int encode(Event.Effective event, Destination to) {
        var e = to.begin(effectiveEncoder);
        e.at(event.at());
        return to.end(e);
    }

    int encode(Event.Reverses event, Destination to) {
        var e = to.begin(reversesEncoder);
        Fields.put(e.operation(), event.operation());
        return to.end(e);
    }

    int encode(Event.HoldOpened event, Destination to) {
        var e = to.begin(holdOpenedEncoder);
        e.expiresAt(event.expiresAt());
        Fields.put(e.hold(), event.hold());
        return to.end(e);
    }

    int encode(Event.HoldClosed event, Destination to) {
        var e = to.begin(holdClosedEncoder);
        e.end(Fields.uint8(event.end().code()));
        Fields.put(e.hold(), event.hold());
        return to.end(e);
    }

    int encode(Event.PaymentChanged event, Destination to) {
        var e = to.begin(paymentChangedEncoder);
        e.status(Fields.uint8(event.status().code())).refundable(event.refundable());
        Fields.put(e.payment(), event.payment());
        return to.end(e);
    }

    int encode(Event.SafeguardingShortfall event, Destination to) {
        var e = to.begin(safeguardingShortfallEncoder);
        e.currency(event.currency().packed()).outstanding(event.outstanding()).held(event.held());
        return to.end(e);
    }

    Event decode(Message from) {
        return switch (from.template()) {
            case EffectiveDecoder.TEMPLATE_ID -> {
                var d = from.body(effectiveDecoder);
                yield new Event.Effective(d.at());
            }
            case ReversesDecoder.TEMPLATE_ID -> {
                var d = from.body(reversesDecoder);
                yield new Event.Reverses(Fields.operation(d.operation()));
            }
            case HoldOpenedDecoder.TEMPLATE_ID -> {
                var d = from.body(holdOpenedDecoder);
                yield new Event.HoldOpened(Fields.operation(d.hold()), d.expiresAt());
            }
            case HoldClosedDecoder.TEMPLATE_ID -> {
                var d = from.body(holdClosedDecoder);
                yield new Event.HoldClosed(Fields.operation(d.hold()), HoldEnd.of(d.end()));
            }
            case PaymentChangedDecoder.TEMPLATE_ID -> {
                var d = from.body(paymentChangedDecoder);
                yield new Event.PaymentChanged(
                        Fields.operation(d.payment()), PaymentStatus.of(d.status()), d.refundable());
            }
            case SafeguardingShortfallDecoder.TEMPLATE_ID -> {
                var d = from.body(safeguardingShortfallDecoder);
                yield new Event.SafeguardingShortfall(Currency.ofPacked(d.currency()), d.outstanding(), d.held());
            }
            default -> throw from.unknownTemplate();
        };
    }
}
