package sekisho.wire;

import sekisho.protocol.Currency;
import sekisho.protocol.FreezeScope;
import sekisho.protocol.TierId;
import sekisho.protocol.WalletCommand;
import sekisho.protocol.WalletId;
import sekisho.wire.sbe.WalletAddCurrencyDecoder;
import sekisho.wire.sbe.WalletAddCurrencyEncoder;
import sekisho.wire.sbe.WalletCloseDecoder;
import sekisho.wire.sbe.WalletCloseEncoder;
import sekisho.wire.sbe.WalletFreezeDecoder;
import sekisho.wire.sbe.WalletFreezeEncoder;
import sekisho.wire.sbe.WalletOpenDecoder;
import sekisho.wire.sbe.WalletOpenEncoder;
import sekisho.wire.sbe.WalletSetFloorDecoder;
import sekisho.wire.sbe.WalletSetFloorEncoder;
import sekisho.wire.sbe.WalletSetTierDecoder;
import sekisho.wire.sbe.WalletSetTierEncoder;
import sekisho.wire.sbe.WalletUnfreezeDecoder;
import sekisho.wire.sbe.WalletUnfreezeEncoder;

/** {@link WalletCommand} and its bytes: templates 100 to 199. */
final class WalletCommandCodec {
    private final WalletOpenEncoder openEncoder = new WalletOpenEncoder();
    private final WalletOpenDecoder openDecoder = new WalletOpenDecoder();
    private final WalletAddCurrencyEncoder addCurrencyEncoder = new WalletAddCurrencyEncoder();
    private final WalletAddCurrencyDecoder addCurrencyDecoder = new WalletAddCurrencyDecoder();
    private final WalletFreezeEncoder freezeEncoder = new WalletFreezeEncoder();
    private final WalletFreezeDecoder freezeDecoder = new WalletFreezeDecoder();
    private final WalletUnfreezeEncoder unfreezeEncoder = new WalletUnfreezeEncoder();
    private final WalletUnfreezeDecoder unfreezeDecoder = new WalletUnfreezeDecoder();
    private final WalletCloseEncoder closeEncoder = new WalletCloseEncoder();
    private final WalletCloseDecoder closeDecoder = new WalletCloseDecoder();
    private final WalletSetTierEncoder setTierEncoder = new WalletSetTierEncoder();
    private final WalletSetTierDecoder setTierDecoder = new WalletSetTierDecoder();
    private final WalletSetFloorEncoder setFloorEncoder = new WalletSetFloorEncoder();
    private final WalletSetFloorDecoder setFloorDecoder = new WalletSetFloorDecoder();

    int encode(WalletCommand command, Destination to) {
        return switch (command) {
            case WalletCommand.Open c -> {
                var e = to.begin(openEncoder);
                e.wallet(c.wallet().value())
                        .tier(Fields.uint8(c.tier().value()))
                        .currency(c.currency().packed())
                        .code(c.code())
                        .userData(c.userData());
                yield to.end(e);
            }
            case WalletCommand.AddCurrency c -> {
                var e = to.begin(addCurrencyEncoder);
                e.wallet(c.wallet().value())
                        .currency(c.currency().packed())
                        .code(c.code())
                        .userData(c.userData());
                yield to.end(e);
            }
            case WalletCommand.Freeze c -> {
                var e = to.begin(freezeEncoder);
                e.wallet(c.wallet().value())
                        .scope(Fields.uint8(c.scope().code()))
                        .reason(c.reason());
                yield to.end(e);
            }
            case WalletCommand.Unfreeze c -> {
                var e = to.begin(unfreezeEncoder);
                e.wallet(c.wallet().value())
                        .scope(Fields.uint8(c.scope().code()))
                        .reason(c.reason());
                yield to.end(e);
            }
            case WalletCommand.Close c -> {
                var e = to.begin(closeEncoder);
                e.wallet(c.wallet().value());
                yield to.end(e);
            }
            case WalletCommand.SetTier c -> {
                var e = to.begin(setTierEncoder);
                e.wallet(c.wallet().value()).tier(Fields.uint8(c.tier().value()));
                yield to.end(e);
            }
            case WalletCommand.SetFloor c -> {
                var e = to.begin(setFloorEncoder);
                e.wallet(c.wallet().value()).currency(c.currency().packed()).floor(c.floor());
                yield to.end(e);
            }
        };
    }

    WalletCommand decode(Message from) {
        return switch (from.template()) {
            case WalletOpenDecoder.TEMPLATE_ID -> {
                var d = from.body(openDecoder);
                yield new WalletCommand.Open(
                        new WalletId(d.wallet()),
                        new TierId(d.tier()),
                        Currency.ofPacked(d.currency()),
                        d.code(),
                        d.userData());
            }
            case WalletAddCurrencyDecoder.TEMPLATE_ID -> {
                var d = from.body(addCurrencyDecoder);
                yield new WalletCommand.AddCurrency(
                        new WalletId(d.wallet()), Currency.ofPacked(d.currency()), d.code(), d.userData());
            }
            case WalletFreezeDecoder.TEMPLATE_ID -> {
                var d = from.body(freezeDecoder);
                yield new WalletCommand.Freeze(new WalletId(d.wallet()), FreezeScope.ofCode(d.scope()), d.reason());
            }
            case WalletUnfreezeDecoder.TEMPLATE_ID -> {
                var d = from.body(unfreezeDecoder);
                yield new WalletCommand.Unfreeze(new WalletId(d.wallet()), FreezeScope.ofCode(d.scope()), d.reason());
            }
            case WalletCloseDecoder.TEMPLATE_ID -> {
                var d = from.body(closeDecoder);
                yield new WalletCommand.Close(new WalletId(d.wallet()));
            }
            case WalletSetTierDecoder.TEMPLATE_ID -> {
                var d = from.body(setTierDecoder);
                yield new WalletCommand.SetTier(new WalletId(d.wallet()), new TierId(d.tier()));
            }
            case WalletSetFloorDecoder.TEMPLATE_ID -> {
                var d = from.body(setFloorDecoder);
                yield new WalletCommand.SetFloor(new WalletId(d.wallet()), Currency.ofPacked(d.currency()), d.floor());
            }
            default -> throw from.unknownTemplate();
        };
    }
}
