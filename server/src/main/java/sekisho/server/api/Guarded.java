package sekisho.server.api;

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
import sekisho.protocol.Refusal;
import sekisho.protocol.SettingsCommand;
import sekisho.protocol.TopUpCommand;
import sekisho.protocol.TransferCommand;
import sekisho.protocol.TrustCommand;
import sekisho.protocol.WalletCommand;

/** What the engine may want somebody behind. It decides that itself; this only saves the others a question. */
final class Guarded {
    private Guarded() {}

    static boolean mayBe(Command<?> command) {
        return switch (command) {
            case TransferCommand _, PaymentCommand _, TopUpCommand _, InstructionCommand _, LinkCommand _ -> false;
            case BankCommand _,
                    CashOutCommand _,
                    CheckpointCommand _,
                    IdentityCommand _,
                    LedgerCommand _,
                    MerchantCommand _,
                    SettingsCommand _,
                    TrustCommand _,
                    WalletCommand _ -> true;
        };
    }

    /** Whether a refusal says that nobody, or not everybody, stands behind a request. */
    static boolean wantsSomebody(Refusal reason) {
        return reason == Refusal.STEP_UP_MISSING || reason == Refusal.APPROVALS_MISSING;
    }
}
