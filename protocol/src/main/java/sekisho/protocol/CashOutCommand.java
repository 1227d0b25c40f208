package sekisho.protocol;

/** Money from a wallet to a bank. */
public sealed interface CashOutCommand extends Command<CashOutOutcome> {

    /** Instructs the bank behind an active link to credit the customer's account. */
    record Start(WalletId wallet, OperationId link, Money amount) implements CashOutCommand {
        public Start {
            Codes.requirePositive(amount);
        }
    }

    /** Books money that a bank has already paid out. Test currencies only: real money goes through a link. */
    record PaidOut(WalletId wallet, BankId bank, Money amount) implements CashOutCommand {
        public PaidOut {
            Codes.requirePositive(amount);
        }
    }
}
