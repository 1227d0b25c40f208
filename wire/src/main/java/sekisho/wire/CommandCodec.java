package sekisho.wire;

import sekisho.protocol.BankCommand;
import sekisho.protocol.CashOutCommand;
import sekisho.protocol.CheckpointCommand;
import sekisho.protocol.Command;
import sekisho.protocol.IdentityCommand;
import sekisho.protocol.InstructionCommand;
import sekisho.protocol.LedgerCommand;
import sekisho.protocol.LinkCommand;
import sekisho.protocol.MerchantCommand;
import sekisho.protocol.PaymentCommand;
import sekisho.protocol.SettingsCommand;
import sekisho.protocol.TopUpCommand;
import sekisho.protocol.TransferCommand;
import sekisho.protocol.TrustCommand;
import sekisho.protocol.WalletCommand;

/** {@link Command} and its bytes. Each family has a hundred template ids and a codec of its own. */
final class CommandCodec {
    private final WalletCommandCodec wallet = new WalletCommandCodec();
    private final MerchantCommandCodec merchant = new MerchantCommandCodec();
    private final TransferCommandCodec transfer = new TransferCommandCodec();
    private final PaymentCommandCodec payment = new PaymentCommandCodec();
    private final TopUpCommandCodec topUp = new TopUpCommandCodec();
    private final CashOutCommandCodec cashOut = new CashOutCommandCodec();
    private final InstructionCommandCodec instruction = new InstructionCommandCodec();
    private final LinkCommandCodec link = new LinkCommandCodec();
    private final BankCommandCodec bank = new BankCommandCodec();
    private final LedgerCommandCodec ledger = new LedgerCommandCodec();
    private final SettingsCommandCodec settings = new SettingsCommandCodec();
    private final FlatCodec<Command<?>> flat = FlatCodec.commands();

    /** Writes a command, and says how many bytes it took. The most common family is tried first. */
    int encode(Command<?> command, Destination to) {
        return switch (command) {
            case TransferCommand c -> transfer.encode(c, to);
            case PaymentCommand c -> payment.encode(c, to);
            case TopUpCommand c -> topUp.encode(c, to);
            case CashOutCommand c -> cashOut.encode(c, to);
            case InstructionCommand c -> instruction.encode(c, to);
            case WalletCommand c -> wallet.encode(c, to);
            case MerchantCommand c -> merchant.encode(c, to);
            case LinkCommand c -> link.encode(c, to);
            case BankCommand c -> bank.encode(c, to);
            case LedgerCommand c -> ledger.encode(c, to);
            case SettingsCommand c -> settings.encode(c, to);
            case TrustCommand c -> flat.encode(c, to);
            case IdentityCommand c -> flat.encode(c, to);
            case CheckpointCommand c -> flat.encode(c, to);
        };
    }

    Command<?> decode(Message from) {
        return switch (from.template() / 100) {
            case 1 -> wallet.decode(from);
            case 2 -> merchant.decode(from);
            case 3 -> transfer.decode(from);
            case 4 -> payment.decode(from);
            case 5 -> topUp.decode(from);
            case 6 -> cashOut.decode(from);
            case 7 -> instruction.decode(from);
            case 8 -> link.decode(from);
            case 9 -> bank.decode(from);
            case 10 -> ledger.decode(from);
            case 11 -> settings.decode(from);
            case 12, 13, 14 -> flat.decode(from);
            default -> throw from.unknownTemplate();
        };
    }
}
