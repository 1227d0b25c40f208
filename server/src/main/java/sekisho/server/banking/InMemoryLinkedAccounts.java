package sekisho.server.banking;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import sekisho.bank.AccountToken;
import sekisho.protocol.OperationId;

/** Accounts that are gone when the process ends: for tests and drills. */
public final class InMemoryLinkedAccounts implements LinkedAccounts {
    private final Map<OperationId, AccountToken> accounts = new ConcurrentHashMap<>();

    /** Says which account a link means. */
    public void put(OperationId link, AccountToken account) {
        accounts.put(link, account);
    }

    /** A link means no account any more. */
    public void forget(OperationId link) {
        accounts.remove(link);
    }

    @Override
    public Optional<AccountToken> account(OperationId link) {
        return Optional.ofNullable(accounts.get(link));
    }
}
