package sekisho.banksimulator.banks;

/**
 * An e-money operator that the banks know.
 *
 * @param name 1 to 32 small letters, digits and dashes; stands on customers' statements
 * @param apiKey its secret, at least 16 characters
 */
public record Operator(String name, String apiKey) {
    private static final int SHORTEST_KEY = 16;

    public Operator {
        if (!name.matches("[a-z0-9-]{1,32}")) {
            throw new IllegalArgumentException("an operator's name is 1 to 32 small letters, digits and dashes");
        }
        if (apiKey.length() < SHORTEST_KEY) {
            throw new IllegalArgumentException("an API key has at least " + SHORTEST_KEY + " characters");
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return name;
    }
}
