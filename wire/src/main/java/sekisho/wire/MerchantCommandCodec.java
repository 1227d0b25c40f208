package sekisho.wire;

import sekisho.protocol.Currency;
import sekisho.protocol.FreezeScope;
import sekisho.protocol.MerchantCommand;
import sekisho.protocol.MerchantId;
import sekisho.wire.sbe.MerchantCloseDecoder;
import sekisho.wire.sbe.MerchantCloseEncoder;
import sekisho.wire.sbe.MerchantFreezeDecoder;
import sekisho.wire.sbe.MerchantFreezeEncoder;
import sekisho.wire.sbe.MerchantOpenDecoder;
import sekisho.wire.sbe.MerchantOpenEncoder;
import sekisho.wire.sbe.MerchantUnfreezeDecoder;
import sekisho.wire.sbe.MerchantUnfreezeEncoder;

/** {@link MerchantCommand} and its bytes: templates 200 to 299. */
final class MerchantCommandCodec {
    private final MerchantOpenEncoder openEncoder = new MerchantOpenEncoder();
    private final MerchantOpenDecoder openDecoder = new MerchantOpenDecoder();
    private final MerchantFreezeEncoder freezeEncoder = new MerchantFreezeEncoder();
    private final MerchantFreezeDecoder freezeDecoder = new MerchantFreezeDecoder();
    private final MerchantUnfreezeEncoder unfreezeEncoder = new MerchantUnfreezeEncoder();
    private final MerchantUnfreezeDecoder unfreezeDecoder = new MerchantUnfreezeDecoder();
    private final MerchantCloseEncoder closeEncoder = new MerchantCloseEncoder();
    private final MerchantCloseDecoder closeDecoder = new MerchantCloseDecoder();

    int encode(MerchantCommand command, Destination to) {
        return switch (command) {
            case MerchantCommand.Open c -> {
                var e = to.begin(openEncoder);
                e.merchant(c.merchant().value())
                        .currency(c.currency().packed())
                        .code(c.code())
                        .userData(c.userData());
                yield to.end(e);
            }
            case MerchantCommand.Freeze c -> {
                var e = to.begin(freezeEncoder);
                e.merchant(c.merchant().value())
                        .scope(Fields.uint8(c.scope().code()))
                        .reason(c.reason());
                yield to.end(e);
            }
            case MerchantCommand.Unfreeze c -> {
                var e = to.begin(unfreezeEncoder);
                e.merchant(c.merchant().value())
                        .scope(Fields.uint8(c.scope().code()))
                        .reason(c.reason());
                yield to.end(e);
            }
            case MerchantCommand.Close c -> {
                var e = to.begin(closeEncoder);
                e.merchant(c.merchant().value());
                yield to.end(e);
            }
        };
    }

    MerchantCommand decode(Message from) {
        return switch (from.template()) {
            case MerchantOpenDecoder.TEMPLATE_ID -> {
                var d = from.body(openDecoder);
                yield new MerchantCommand.Open(
                        new MerchantId(d.merchant()), Currency.ofPacked(d.currency()), d.code(), d.userData());
            }
            case MerchantFreezeDecoder.TEMPLATE_ID -> {
                var d = from.body(freezeDecoder);
                yield new MerchantCommand.Freeze(
                        new MerchantId(d.merchant()), FreezeScope.ofCode(d.scope()), d.reason());
            }
            case MerchantUnfreezeDecoder.TEMPLATE_ID -> {
                var d = from.body(unfreezeDecoder);
                yield new MerchantCommand.Unfreeze(
                        new MerchantId(d.merchant()), FreezeScope.ofCode(d.scope()), d.reason());
            }
            case MerchantCloseDecoder.TEMPLATE_ID -> {
                var d = from.body(closeDecoder);
                yield new MerchantCommand.Close(new MerchantId(d.merchant()));
            }
            default -> throw from.unknownTemplate();
        };
    }
}
