package sekisho.server.shop;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import sekisho.bank.AccountToken;
import sekisho.bank.BankInstruction;
import sekisho.bank.DeclineReason;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BankId;
import sekisho.protocol.BookId;
import sekisho.protocol.Currency;
import sekisho.protocol.LedgerCommand;
import sekisho.protocol.Line;
import sekisho.protocol.MerchantId;
import sekisho.protocol.Money;
import sekisho.protocol.OperationId;
import sekisho.protocol.RequestId;
import sekisho.protocol.Side;
import sekisho.server.engine.ServerClients;

/**
 * A payout about which something is to be done.
 *
 * @param bank where the money lies and the account is
 * @param sent whether the bank was called, or may have been
 * @param tries in vain so far
 * @param answer the bank's last word; null: none so far
 */
record WaitingPayout(
        UUID id,
        MerchantId merchant,
        BankId bank,
        long yen,
        boolean sent,
        int tries,
        @Nullable Word answer) {

    /** What a bank said at last. */
    sealed interface Word {
        /**
         * The bank moved the money.
         *
         * @param reference the bank's own number for it
         */
        record Settled(long reference) implements Word {}

        /** The bank did not, and will not. */
        record Declined(DeclineReason reason) implements Word {}
    }

    /** The id of its hold's request. */
    RequestId request() {
        return new RequestId(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    /** The name of its hold; the bank's idempotency key, too. */
    OperationId operation() {
        return OperationId.of(ServerClients.SERVER, request(), 0);
    }

    /** What the bank is told. */
    BankInstruction.Credit credit(AccountToken account) {
        return new BankInstruction.Credit(operation(), bank, account, Money.yen(yen));
    }

    /** What the engine is told. */
    LedgerCommand.Hold hold() {
        return hold(AccountKey.merchant(BookId.FIRST, merchant, Currency.JPY), bank, yen);
    }

    static LedgerCommand.Hold hold(AccountKey merchant, BankId bank, long yen) {
        var money = AccountKey.bank(BookId.FIRST, AccountKind.SETTLEMENT, bank, Currency.JPY);
        return new LedgerCommand.Hold(
                java.util.List.of(new Line(merchant, Side.DEBIT, yen), new Line(money, Side.CREDIT, yen)), 0);
    }
}
