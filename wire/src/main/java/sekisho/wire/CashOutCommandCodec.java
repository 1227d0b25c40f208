package sekisho.wire;

import sekisho.protocol.BankId;
import sekisho.protocol.CashOutCommand;
import sekisho.protocol.WalletId;
import sekisho.wire.sbe.CashOutPaidOutDecoder;
import sekisho.wire.sbe.CashOutPaidOutEncoder;
import sekisho.wire.sbe.CashOutStartDecoder;
import sekisho.wire.sbe.CashOutStartEncoder;

/** {@link CashOutCommand} and its bytes: templates 600 to 699. */
final class CashOutCommandCodec {
    private final CashOutStartEncoder startEncoder = new CashOutStartEncoder();
    private final CashOutStartDecoder startDecoder = new CashOutStartDecoder();
    private final CashOutPaidOutEncoder paidOutEncoder = new CashOutPaidOutEncoder();
    private final CashOutPaidOutDecoder paidOutDecoder = new CashOutPaidOutDecoder();

    int encode(CashOutCommand command, Destination to) {
        return switch (command) {
            case CashOutCommand.Start c -> {
                var e = to.begin(startEncoder);
                e.wallet(c.wallet().value());
                Fields.put(e.link(), c.link());
                Fields.put(e.amount(), c.amount());
                yield to.end(e);
            }
            case CashOutCommand.PaidOut c -> {
                var e = to.begin(paidOutEncoder);
                e.wallet(c.wallet().value()).bank(c.bank().code());
                Fields.put(e.amount(), c.amount());
                yield to.end(e);
            }
        };
    }

    CashOutCommand decode(Message from) {
        return switch (from.template()) {
            case CashOutStartDecoder.TEMPLATE_ID -> {
                var d = from.body(startDecoder);
                yield new CashOutCommand.Start(
                        new WalletId(d.wallet()), Fields.operation(d.link()), Fields.money(d.amount()));
            }
            case CashOutPaidOutDecoder.TEMPLATE_ID -> {
                var d = from.body(paidOutDecoder);
                yield new CashOutCommand.PaidOut(
                        new WalletId(d.wallet()), new BankId(d.bank()), Fields.money(d.amount()));
            }
            default -> throw from.unknownTemplate();
        };
    }
}
