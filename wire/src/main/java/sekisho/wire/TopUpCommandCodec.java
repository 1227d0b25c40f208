package sekisho.wire;

import sekisho.protocol.BankId;
import sekisho.protocol.TopUpCommand;
import sekisho.protocol.WalletId;
import sekisho.wire.sbe.TopUpReceivedDecoder;
import sekisho.wire.sbe.TopUpReceivedEncoder;
import sekisho.wire.sbe.TopUpStartDecoder;
import sekisho.wire.sbe.TopUpStartEncoder;

/** {@link TopUpCommand} and its bytes: templates 500 to 599. */
final class TopUpCommandCodec {
    private final TopUpStartEncoder startEncoder = new TopUpStartEncoder();
    private final TopUpStartDecoder startDecoder = new TopUpStartDecoder();
    private final TopUpReceivedEncoder receivedEncoder = new TopUpReceivedEncoder();
    private final TopUpReceivedDecoder receivedDecoder = new TopUpReceivedDecoder();

    int encode(TopUpCommand command, Destination to) {
        return switch (command) {
            case TopUpCommand.Start c -> {
                var e = to.begin(startEncoder);
                e.wallet(c.wallet().value());
                Fields.put(e.link(), c.link());
                Fields.put(e.amount(), c.amount());
                yield to.end(e);
            }
            case TopUpCommand.Received c -> {
                var e = to.begin(receivedEncoder);
                e.wallet(c.wallet().value()).bank(c.bank().code());
                Fields.put(e.amount(), c.amount());
                yield to.end(e);
            }
        };
    }

    TopUpCommand decode(Message from) {
        return switch (from.template()) {
            case TopUpStartDecoder.TEMPLATE_ID -> {
                var d = from.body(startDecoder);
                yield new TopUpCommand.Start(
                        new WalletId(d.wallet()), Fields.operation(d.link()), Fields.money(d.amount()));
            }
            case TopUpReceivedDecoder.TEMPLATE_ID -> {
                var d = from.body(receivedDecoder);
                yield new TopUpCommand.Received(
                        new WalletId(d.wallet()), new BankId(d.bank()), Fields.money(d.amount()));
            }
            default -> throw from.unknownTemplate();
        };
    }
}
