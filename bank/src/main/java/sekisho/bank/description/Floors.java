package sekisho.bank.description;

import java.util.EnumMap;
import java.util.Map;
import sekisho.protocol.BankOperation;

/**
 * The assurance that a link needs at least, for each operation.
 *
 * @param floors one for every operation, above {@link LinkAssurance#NONE}
 */
public record Floors(Map<BankOperation, LinkAssurance> floors) {
    public Floors {
        floors = Map.copyOf(floors);
        for (BankOperation operation : BankOperation.values()) {
            if (floors.getOrDefault(operation, LinkAssurance.NONE) == LinkAssurance.NONE) {
                throw new IllegalArgumentException("the floor of " + operation + " is missing, or is none");
            }
        }
    }

    /** What a book starts with: a weak link needs notice, and takes money nowhere but in. */
    public static Floors standard() {
        var floors = new EnumMap<BankOperation, LinkAssurance>(BankOperation.class);
        floors.put(BankOperation.LINKS, LinkAssurance.WEAK_NOTICED);
        floors.put(BankOperation.TOP_UPS, LinkAssurance.WEAK_NOTICED);
        floors.put(BankOperation.CASH_OUTS, LinkAssurance.TWO_FACTOR);
        return new Floors(floors);
    }

    /** The floor of an operation. */
    public LinkAssurance of(BankOperation operation) {
        return floors.getOrDefault(operation, LinkAssurance.PHISHING_RESISTANT);
    }

    /** Whether links of a bank that is described so may be used for an operation. */
    public boolean permit(BankOperation operation, BankDescription description) {
        return LinkAssurance.of(description).atLeast(of(operation));
    }
}
