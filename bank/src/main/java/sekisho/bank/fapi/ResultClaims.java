package sekisho.bank.fapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sekisho.bank.AccountToken;
import sekisho.bank.redirect.Factor;
import sekisho.bank.redirect.FactorKind;
import sekisho.bank.redirect.HolderNotice;
import sekisho.bank.redirect.Purpose;
import sekisho.bank.redirect.ShownAccount;
import tools.jackson.databind.JsonNode;

/**
 * What the bank says of the account, in claims of the ID token that were agreed with it: {@code purpose}, {@code account},
 * {@code mandate}, {@code account_shown}, {@code notice}, with the words of the redirect's protocol (docs/bank-redirect.md),
 * and {@code amr} (RFC 8176).
 *
 * @param claims of the ID token
 */
record ResultClaims(JsonNode claims) {
    /** What RFC 8176 names, and what each rests on. Words that name no factor (mfa, user, geo, rba) are left out. */
    private static final Map<String, Factor> FACTORS = Map.ofEntries(
            factor(FactorKind.KNOWLEDGE, "pwd", false),
            factor(FactorKind.KNOWLEDGE, "pin", false),
            factor(FactorKind.KNOWLEDGE, "kba", false),
            factor(FactorKind.POSSESSION, "otp", true),
            factor(FactorKind.POSSESSION, "sms", true),
            factor(FactorKind.POSSESSION, "tel", true),
            factor(FactorKind.POSSESSION, "hwk", true),
            factor(FactorKind.POSSESSION, "swk", true),
            factor(FactorKind.POSSESSION, "pop", true),
            factor(FactorKind.POSSESSION, "sc", true),
            factor(FactorKind.INHERENCE, "face", true),
            factor(FactorKind.INHERENCE, "fpt", true),
            factor(FactorKind.INHERENCE, "iris", true),
            factor(FactorKind.INHERENCE, "retina", true),
            factor(FactorKind.INHERENCE, "vbm", true));

    boolean isFor(Purpose purpose) {
        return purpose.word().equals(text("purpose"));
    }

    /** By what the bank identified its customer; none if it does not say. */
    List<Factor> factors() {
        var factors = new ArrayList<Factor>();
        for (JsonNode word : claims.path("amr")) {
            @Nullable Factor factor = word.isString() ? FACTORS.get(word.stringValue()) : null;
            if (factor != null && !factors.contains(factor)) {
                factors.add(factor);
            }
        }
        return factors;
    }

    /** @throws IllegalArgumentException if it is there and is none */
    Optional<AccountToken> token(String name) {
        return claims.has(name) ? Optional.of(AccountToken.parse(required(name))) : Optional.empty();
    }

    /** @throws IllegalArgumentException if it is not there, or is none */
    ShownAccount shown() {
        JsonNode shown = claims.path("account_shown");
        return new ShownAccount(new ResultClaims(shown).required("ja"), new ResultClaims(shown).required("en"));
    }

    /** @throws IllegalArgumentException if it is not there, or is no word of the protocol */
    HolderNotice notice() {
        String word = required("notice");
        return Arrays.stream(HolderNotice.values())
                .filter(notice -> notice.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("notice is an unknown word"));
    }

    private String required(String name) {
        @Nullable String text = text(name);
        if (text == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return text;
    }

    private @Nullable String text(String name) {
        JsonNode node = claims.path(name);
        return node.isString() ? node.stringValue() : null;
    }

    private static Map.Entry<String, Factor> factor(FactorKind kind, String method, boolean dynamic) {
        return Map.entry(method, new Factor(kind, method, dynamic));
    }

    /** Without the account. */
    @Override
    public String toString() {
        return "ResultClaims[" + claims.size() + "]";
    }
}
