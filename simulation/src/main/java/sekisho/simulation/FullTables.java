package sekisho.simulation;

import java.util.List;
import java.util.Optional;
import sekisho.protocol.BankCommand;
import sekisho.protocol.CashOutCommand;
import sekisho.protocol.CheckpointCommand;
import sekisho.protocol.IdentityCommand;
import sekisho.protocol.InstructionCommand;
import sekisho.protocol.LedgerCommand;
import sekisho.protocol.LinkCommand;
import sekisho.protocol.MerchantCommand;
import sekisho.protocol.PaymentCommand;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.Request;
import sekisho.protocol.SettingsCommand;
import sekisho.protocol.StreamEntry;
import sekisho.protocol.TopUpCommand;
import sekisho.protocol.TransferCommand;
import sekisho.protocol.TrustCommand;
import sekisho.protocol.WalletCommand;

/** Which table was full when a request was told so. */
final class FullTables {

    private static final String STREAMS = "full.STREAMS";

    private FullTables() {}

    static List<String> names() {
        return List.of(
                "full.HOLDERS",
                "full.HOLDS",
                "full.PAYMENTS",
                "full.INSTRUCTIONS",
                "full.LINKS",
                STREAMS,
                "full.REVERSALS");
    }

    static Optional<String> name(Request request, Refused refused) {
        if (refused.reason() != Refusal.TABLE_FULL) {
            return Optional.empty();
        }
        return switch (request.command()) {
            case WalletCommand.Open _, MerchantCommand.Open _ -> of(request, "full.HOLDERS");
            case PaymentCommand _ -> of(request, "full.PAYMENTS");
            case TopUpCommand.Start _, CashOutCommand.Start _ -> of(request, "full.INSTRUCTIONS");
            case LinkCommand _ -> of(request, "full.LINKS");
            case LedgerCommand.Hold _ -> of(request, "full.HOLDS");
            case LedgerCommand.Book _ -> of(request, "full.REVERSALS");
            case WalletCommand _, MerchantCommand _, TransferCommand _, InstructionCommand _ -> Optional.of(STREAMS);
            case TopUpCommand.Received _, CashOutCommand.PaidOut _ -> Optional.of(STREAMS);
            case BankCommand _, LedgerCommand _, SettingsCommand _ -> Optional.of(STREAMS);
            case CheckpointCommand _ -> of(request, "full.LINKS");
            case TrustCommand _, IdentityCommand _ -> Optional.of(STREAMS);
        };
    }

    /** An entry may mean its stream or its row; only requests with ids say for certain. */
    private static Optional<String> of(Request request, String row) {
        return request.key() instanceof StreamEntry ? Optional.empty() : Optional.of(row);
    }
}
