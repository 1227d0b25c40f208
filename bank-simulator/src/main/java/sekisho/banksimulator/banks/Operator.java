package sekisho.banksimulator.banks;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.banksimulator.profile.Named;

/**
 * An e-money operator that the banks know.
 *
 * @param name 1 to 32 small letters, digits and dashes; stands on customers' statements
 * @param apiKey its secret, at least 16 characters
 * @param redirect how it may send customers to the banks' pages; null: it may not
 */
public record Operator(String name, String apiKey, @Nullable Redirect redirect) {
    private static final int SHORTEST_KEY = 16;

    public Operator {
        if (!name.matches("[a-z0-9-]{1,32}")) {
            throw new IllegalArgumentException("an operator's name is 1 to 32 small letters, digits and dashes");
        }
        if (apiKey.length() < SHORTEST_KEY) {
            throw new IllegalArgumentException("an API key has at least " + SHORTEST_KEY + " characters");
        }
    }

    /** An operator that calls banks and sends nobody to them. */
    public Operator(String name, String apiKey) {
        this(name, apiKey, null);
    }

    /** The same operator, who may send customers too. */
    public Operator withRedirect(Redirect value) {
        return new Operator(name, apiKey, value);
    }

    /**
     * What banks keep of an operator that sends customers to them.
     *
     * @param issuer by which it signs: its base address
     * @param keys where it publishes its JWK set
     * @param returns addresses to which customers may go back, to the letter
     * @param shownAs its name as customers read it
     * @param notices where it takes notices of ended mandates; null: nowhere
     */
    public record Redirect(
            URI issuer,
            URI keys,
            List<URI> returns,
            Named shownAs,
            @Nullable URI notices) {
        public Redirect {
            returns = List.copyOf(returns);
        }

        /** An operator with the protocol's usual addresses below its issuer. */
        public static Redirect of(URI issuer, Named shownAs) {
            return new Redirect(
                    issuer,
                    URI.create(issuer + "/.well-known/link-keys.json"),
                    List.of(URI.create(issuer + "/link/return"), URI.create(issuer + "/door/return")),
                    shownAs,
                    URI.create(issuer + "/bank-notices"));
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return name;
    }
}
