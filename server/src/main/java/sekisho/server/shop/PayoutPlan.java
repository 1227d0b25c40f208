package sekisho.server.shop;

import sekisho.protocol.BankId;

/** Whether a payout can be made now. */
sealed interface PayoutPlan {

    /** The bank where the shop's account is, and enough of the customers' money. */
    record From(BankId bank) implements PayoutPlan {}

    /** Nobody said which account is the shop's. */
    record NoAccount() implements PayoutPlan {}

    /** The operator has stopped that money leaves for this bank. */
    record Stopped() implements PayoutPlan {}

    /** Less of the customers' money lies there. Yen. */
    record Short(long available) implements PayoutPlan {}
}
