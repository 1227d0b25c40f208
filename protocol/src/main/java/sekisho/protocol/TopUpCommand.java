package sekisho.protocol;

/** Money from a bank to a wallet. */
public sealed interface TopUpCommand extends Command<TopUpOutcome> {

    /** Instructs the bank behind an active link to debit the customer's account. */
    record Start(WalletId wallet, OperationId link, Money amount) implements TopUpCommand {
        public Start {
            Codes.requirePositive(amount);
        }
    }

    /** Books money that a bank has already paid in. Test currencies only: real money comes through a link. */
    record Received(WalletId wallet, BankId bank, Money amount) implements TopUpCommand {
        public Received {
            Codes.requirePositive(amount);
        }
    }
}
