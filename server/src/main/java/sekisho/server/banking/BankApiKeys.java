package sekisho.server.banking;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sekisho.protocol.BankId;

/** Our secrets at the banks that this process calls. Immutable; shows none of them. */
public final class BankApiKeys {
    private final Map<BankId, String> keys;

    public BankApiKeys(Map<BankId, String> keys) {
        this.keys = Map.copyOf(keys);
    }

    /** The banks that this process calls. */
    public Set<BankId> banks() {
        return keys.keySet();
    }

    /** The secret at a bank; empty: this process does not call it. */
    public Optional<String> at(BankId bank) {
        return Optional.ofNullable(keys.get(bank));
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "BankApiKeys" + keys.keySet();
    }
}
