package sekisho.banksimulator.profile;

/**
 * A bank's office.
 *
 * @param code three digits
 */
public record Branch(String code, Named name) {
    public Branch {
        if (!code.matches("\\d{3}")) {
            throw new IllegalArgumentException("a branch's code has three digits: " + code);
        }
    }
}
