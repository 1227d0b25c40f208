package sekisho.wire;

import sekisho.protocol.MerchantId;
import sekisho.protocol.PaymentCommand;
import sekisho.protocol.WalletId;
import sekisho.wire.sbe.PaymentAuthoriseDecoder;
import sekisho.wire.sbe.PaymentAuthoriseEncoder;
import sekisho.wire.sbe.PaymentCaptureDecoder;
import sekisho.wire.sbe.PaymentCaptureEncoder;
import sekisho.wire.sbe.PaymentPayDecoder;
import sekisho.wire.sbe.PaymentPayEncoder;
import sekisho.wire.sbe.PaymentRefundDecoder;
import sekisho.wire.sbe.PaymentRefundEncoder;
import sekisho.wire.sbe.PaymentVoidDecoder;
import sekisho.wire.sbe.PaymentVoidEncoder;

/** {@link PaymentCommand} and its bytes: templates 400 to 499. */
final class PaymentCommandCodec {
    private final PaymentAuthoriseEncoder authoriseEncoder = new PaymentAuthoriseEncoder();
    private final PaymentAuthoriseDecoder authoriseDecoder = new PaymentAuthoriseDecoder();
    private final PaymentCaptureEncoder captureEncoder = new PaymentCaptureEncoder();
    private final PaymentCaptureDecoder captureDecoder = new PaymentCaptureDecoder();
    private final PaymentVoidEncoder voidEncoder = new PaymentVoidEncoder();
    private final PaymentVoidDecoder voidDecoder = new PaymentVoidDecoder();
    private final PaymentPayEncoder payEncoder = new PaymentPayEncoder();
    private final PaymentPayDecoder payDecoder = new PaymentPayDecoder();
    private final PaymentRefundEncoder refundEncoder = new PaymentRefundEncoder();
    private final PaymentRefundDecoder refundDecoder = new PaymentRefundDecoder();

    int encode(PaymentCommand command, Destination to) {
        return switch (command) {
            case PaymentCommand.Authorise c -> {
                var e = to.begin(authoriseEncoder);
                e.wallet(c.wallet().value()).merchant(c.merchant().value()).expiresAfterMillis(c.expiresAfterMillis());
                Fields.put(e.amount(), c.amount());
                yield to.end(e);
            }
            case PaymentCommand.Capture c -> {
                var e = to.begin(captureEncoder);
                e.amount(c.amount()).fee(c.fee());
                Fields.put(e.payment(), c.payment());
                yield to.end(e);
            }
            case PaymentCommand.Void c -> {
                var e = to.begin(voidEncoder);
                Fields.put(e.payment(), c.payment());
                yield to.end(e);
            }
            case PaymentCommand.Pay c -> {
                var e = to.begin(payEncoder);
                e.wallet(c.wallet().value()).merchant(c.merchant().value()).fee(c.fee());
                Fields.put(e.amount(), c.amount());
                yield to.end(e);
            }
            case PaymentCommand.Refund c -> {
                var e = to.begin(refundEncoder);
                e.amount(c.amount()).fee(c.fee());
                Fields.put(e.payment(), c.payment());
                yield to.end(e);
            }
        };
    }

    PaymentCommand decode(Message from) {
        return switch (from.template()) {
            case PaymentAuthoriseDecoder.TEMPLATE_ID -> {
                var d = from.body(authoriseDecoder);
                yield new PaymentCommand.Authorise(
                        new WalletId(d.wallet()),
                        new MerchantId(d.merchant()),
                        Fields.money(d.amount()),
                        d.expiresAfterMillis());
            }
            case PaymentCaptureDecoder.TEMPLATE_ID -> {
                var d = from.body(captureDecoder);
                yield new PaymentCommand.Capture(Fields.operation(d.payment()), d.amount(), d.fee());
            }
            case PaymentVoidDecoder.TEMPLATE_ID -> {
                var d = from.body(voidDecoder);
                yield new PaymentCommand.Void(Fields.operation(d.payment()));
            }
            case PaymentPayDecoder.TEMPLATE_ID -> {
                var d = from.body(payDecoder);
                yield new PaymentCommand.Pay(
                        new WalletId(d.wallet()), new MerchantId(d.merchant()), Fields.money(d.amount()), d.fee());
            }
            case PaymentRefundDecoder.TEMPLATE_ID -> {
                var d = from.body(refundDecoder);
                yield new PaymentCommand.Refund(Fields.operation(d.payment()), d.amount(), d.fee());
            }
            default -> throw from.unknownTemplate();
        };
    }
}
