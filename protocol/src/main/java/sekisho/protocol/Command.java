package sekisho.protocol;

/**
 * Something that the engine can be told to do.
 *
 * @param <O> the outcomes it may have
 */
public sealed interface Command<O extends Outcome>
        permits WalletCommand,
                MerchantCommand,
                TransferCommand,
                PaymentCommand,
                TopUpCommand,
                CashOutCommand,
                InstructionCommand,
                LinkCommand,
                BankCommand,
                LedgerCommand,
                SettingsCommand,
                TrustCommand,
                IdentityCommand,
                CheckpointCommand {}
