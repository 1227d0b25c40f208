package sekisho.wire;

import sekisho.protocol.BankId;
import sekisho.protocol.LinkCommand;
import sekisho.protocol.WalletId;
import sekisho.wire.sbe.LinkActivateDecoder;
import sekisho.wire.sbe.LinkActivateEncoder;
import sekisho.wire.sbe.LinkCloseDecoder;
import sekisho.wire.sbe.LinkCloseEncoder;
import sekisho.wire.sbe.LinkRequestDecoder;
import sekisho.wire.sbe.LinkRequestEncoder;

/** {@link LinkCommand} and its bytes: templates 800 to 899. */
final class LinkCommandCodec {
    private final LinkRequestEncoder requestEncoder = new LinkRequestEncoder();
    private final LinkRequestDecoder requestDecoder = new LinkRequestDecoder();
    private final LinkActivateEncoder activateEncoder = new LinkActivateEncoder();
    private final LinkActivateDecoder activateDecoder = new LinkActivateDecoder();
    private final LinkCloseEncoder closeEncoder = new LinkCloseEncoder();
    private final LinkCloseDecoder closeDecoder = new LinkCloseDecoder();

    int encode(LinkCommand command, Destination to) {
        return switch (command) {
            case LinkCommand.Request c -> {
                var e = to.begin(requestEncoder);
                e.wallet(c.wallet().value()).bank(c.bank().code());
                yield to.end(e);
            }
            case LinkCommand.Activate c -> {
                var e = to.begin(activateEncoder);
                e.wallet(c.wallet().value()).evidence(c.evidence());
                Fields.put(e.link(), c.link());
                yield to.end(e);
            }
            case LinkCommand.Close c -> {
                var e = to.begin(closeEncoder);
                e.wallet(c.wallet().value()).reason(c.reason());
                Fields.put(e.link(), c.link());
                yield to.end(e);
            }
        };
    }

    LinkCommand decode(Message from) {
        return switch (from.template()) {
            case LinkRequestDecoder.TEMPLATE_ID -> {
                var d = from.body(requestDecoder);
                yield new LinkCommand.Request(new WalletId(d.wallet()), new BankId(d.bank()));
            }
            case LinkActivateDecoder.TEMPLATE_ID -> {
                var d = from.body(activateDecoder);
                yield new LinkCommand.Activate(new WalletId(d.wallet()), Fields.operation(d.link()), d.evidence());
            }
            case LinkCloseDecoder.TEMPLATE_ID -> {
                var d = from.body(closeDecoder);
                yield new LinkCommand.Close(new WalletId(d.wallet()), Fields.operation(d.link()), d.reason());
            }
            default -> throw from.unknownTemplate();
        };
    }
}
