package sekisho.banksimulator.banks;

import sekisho.banksimulator.conduct.Conduct;

/**
 * A bank to simulate.
 *
 * @param code four digits
 * @param name as customers read it
 * @param conduct how it behaves at first
 */
public record BankDefinition(String code, String name, Conduct conduct) {
    public BankDefinition {
        if (!code.matches("\\d{4}")) {
            throw new IllegalArgumentException("a bank's code has four digits");
        }
    }

    /** A bank that behaves well. */
    public static BankDefinition of(String code, String name) {
        return new BankDefinition(code, name, Conduct.GOOD);
    }
}
