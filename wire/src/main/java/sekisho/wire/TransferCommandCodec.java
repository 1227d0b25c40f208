package sekisho.wire;

import sekisho.protocol.TransferCommand;
import sekisho.protocol.WalletId;
import sekisho.wire.sbe.TransferSendDecoder;
import sekisho.wire.sbe.TransferSendEncoder;

/** {@link TransferCommand} and its bytes: templates 300 to 399. */
final class TransferCommandCodec {
    private final TransferSendEncoder sendEncoder = new TransferSendEncoder();
    private final TransferSendDecoder sendDecoder = new TransferSendDecoder();

    int encode(TransferCommand command, Destination to) {
        return switch (command) {
            case TransferCommand.Send c -> {
                var e = to.begin(sendEncoder);
                e.from(c.from().value())
                        .to(c.to().value())
                        .upTo(Fields.flag(c.upTo()))
                        .code(c.code());
                Fields.put(e.amount(), c.amount());
                yield to.end(e);
            }
        };
    }

    TransferCommand decode(Message from) {
        return switch (from.template()) {
            case TransferSendDecoder.TEMPLATE_ID -> {
                var d = from.body(sendDecoder);
                yield new TransferCommand.Send(
                        new WalletId(d.from()),
                        new WalletId(d.to()),
                        Fields.money(d.amount()),
                        Fields.flag(d.upTo()),
                        d.code());
            }
            default -> throw from.unknownTemplate();
        };
    }
}
