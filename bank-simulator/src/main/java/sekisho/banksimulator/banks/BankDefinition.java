package sekisho.banksimulator.banks;

import org.jspecify.annotations.Nullable;
import sekisho.banksimulator.conduct.Conduct;
import sekisho.banksimulator.profile.BankProfile;

/**
 * A bank to simulate.
 *
 * @param code four digits
 * @param name as customers read it
 * @param conduct how it behaves at first
 * @param profile what it is to customers; null: it has no pages
 */
public record BankDefinition(
        String code, String name, Conduct conduct, @Nullable BankProfile profile) {
    public BankDefinition {
        if (!code.matches("\\d{4}")) {
            throw new IllegalArgumentException("a bank's code has four digits");
        }
    }

    /** A bank that behaves well, without pages. */
    public static BankDefinition of(String code, String name) {
        return new BankDefinition(code, name, Conduct.GOOD, null);
    }

    /** A bank that behaves well, with pages. */
    public static BankDefinition of(BankProfile profile) {
        return new BankDefinition(profile.code(), profile.name().ja(), Conduct.GOOD, profile);
    }
}
