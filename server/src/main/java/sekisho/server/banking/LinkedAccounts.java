package sekisho.server.banking;

import java.util.Optional;
import sekisho.bank.AccountToken;
import sekisho.protocol.OperationId;

/**
 * Knows which account at the bank a link means. Any thread; a failure is an exception, and the question is asked again.
 */
public interface LinkedAccounts {

    /** The account's token; empty if none is known for the link. */
    Optional<AccountToken> account(OperationId link);
}
