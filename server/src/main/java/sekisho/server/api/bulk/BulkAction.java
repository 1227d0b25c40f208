package sekisho.server.api.bulk;

import sekisho.protocol.Command;
import sekisho.protocol.RequestId;
import sekisho.server.access.Scope;
import sekisho.server.problem.Fields;
import sekisho.server.problem.Subject;

/**
 * What a line asks for.
 *
 * @param scope that its client needs
 * @param fields where the line carries what a refusal is about
 */
record BulkAction(RequestId id, Command<?> command, Scope scope, Fields fields) {
    static final Fields TRANSFER =
            below("transfer").with(Subject.WALLET, "/transfer/from").with(Subject.PAYEE, "/transfer/to");
    static final Fields PAYMENT = below("payment").with(Subject.PAYEE, "/payment/merchant");
    static final Fields REFUND = below("refund")
            .with(Subject.WALLET, "/refund/payment")
            .with(Subject.PAYEE, "/refund/payment")
            .with(Subject.MERCHANT, "/refund/payment");
    static final Fields TOP_UP =
            below("topUp").with(Subject.PAYEE, "/topUp/wallet").with(Subject.BANK, "/topUp/link");
    static final Fields CASH_OUT = below("cashOut").with(Subject.BANK, "/cashOut/link");
    static final Fields OPEN_WALLET = below("openWallet");
    static final Fields OPEN_MERCHANT = below("openMerchant");
    static final Fields RECEIVED = below("received").with(Subject.PAYEE, "/received/wallet");
    static final Fields PAID_OUT = below("paidOut");

    private static Fields below(String member) {
        return Fields.USUAL.below("/" + member);
    }
}
