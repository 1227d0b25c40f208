package sekisho.server.production;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import sekisho.server.production.Objection.Code;

/** Looks whether secrets that people have set may be ones. */
final class Secrets {
    /** 96 bits in base 64. */
    private static final int LEAST = 16;

    private static final int LEAST_DIFFERENT = 8;
    private static final Set<String> NAMES = Set.of("api-key", "secret", "password", "token", "private-key");
    private static final Set<String> WORDS = Set.of(
            "changeme",
            "change-me",
            "default",
            "demo",
            "demonstration",
            "example",
            "password",
            "postgres",
            "secret",
            "sekisho",
            "test",
            "admin",
            "operator",
            "0123456789",
            "12345678");

    private Secrets() {}

    /** What is wrong with a setting, if it is a secret. */
    static Optional<Code> fault(String name, String value) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        boolean secret = NAMES.stream().anyMatch(it -> last.equals(it) || last.endsWith("-" + it));
        return secret ? ofPassword(value) : Optional.empty();
    }

    /** What is wrong with a secret. */
    static Optional<Code> ofPassword(String value) {
        String lower = value.strip().toLowerCase(Locale.ROOT);
        if (lower.isEmpty()) {
            return Optional.of(Code.SECRET_MISSING);
        }
        String letters = lower.replaceAll("[^a-z]", "");
        if (WORDS.contains(lower) || WORDS.contains(letters) || WORDS.stream().anyMatch(word -> madeOf(lower, word))) {
            return Optional.of(Code.SECRET_DEFAULT);
        }
        boolean weak = value.length() < LEAST || value.chars().distinct().count() < LEAST_DIFFERENT;
        return weak ? Optional.of(Code.SECRET_WEAK) : Optional.empty();
    }

    /** What to say after the secret's name. */
    static String said(Code code) {
        return switch (code) {
            case SECRET_MISSING -> "is empty. Set it.";
            case SECRET_DEFAULT -> "is a word that everybody knows. Have a random one made.";
            case SECRET_WEAK ->
                "is shorter than " + LEAST + " characters, or of too few different ones. " + "Have a random one made.";
            case DEMO_WANTED,
                    DEMO_DATA_IN_HOME,
                    DEMO_PEOPLE,
                    SIMULATED_BANK,
                    FICTIONAL_BANK,
                    DEMO_TRUST_ANCHOR,
                    TRUST_ANCHOR_UNREADABLE,
                    SENDER_MISSING,
                    SENDER_UNPROTECTED,
                    KEYS_MISSING,
                    PUBLIC_ADDRESS_MISSING,
                    PUBLIC_ADDRESS_NOT_HTTPS,
                    PUBLIC_ADDRESS_LOCAL,
                    DATABASE_UNPROTECTED,
                    MANAGEMENT_EXPOSED,
                    CLUSTER_EXPOSED -> throw new IllegalArgumentException(code + " is about no secret");
        };
    }

    private static boolean madeOf(String secret, String word) {
        return secret.replace(word, "").replaceAll("[^a-z0-9]", "").isEmpty();
    }
}
