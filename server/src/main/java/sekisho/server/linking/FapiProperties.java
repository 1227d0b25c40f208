package sekisho.server.linking;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import sekisho.bank.outgoing.Reach;
import sekisho.protocol.BankId;

/**
 * The settings below {@code sekisho.linking.fapi}: banks that speak FAPI 2.0, by their four-digit codes.
 *
 * @param banks none: nobody is sent to such a bank
 * @param returnsAt the base of the addresses that banks send browsers back to, where it is another than the public one: FAPI's banks may
 *     want {@code https} also on this machine
 */
@ConfigurationProperties("sekisho.linking.fapi")
record FapiProperties(
        @DefaultValue Map<String, Bank> banks, @Nullable URI returnsAt) {
    private static final String PREFIX = "sekisho.linking.fapi.banks.";

    FapiProperties {
        banks = Map.copyOf(banks);
    }

    /**
     * A bank.
     *
     * @param issuer as the bank writes it in what it signs; {@code https}, or {@code http} on this machine
     * @param clientId our name at the bank
     * @param trustFrameworks whose {@code verified_claims} are believed
     * @param factors words of {@code amr} (RFC 8176) that all have to be in its ID token: what its description says that the
     *     bank asks
     * @param asksForClaims whether it understands a request for {@code verified_claims}
     * @param privateLine whether the bank is reached by a private network; otherwise only in the internet
     */
    record Bank(
            @Nullable URI issuer,
            @Nullable String clientId,
            @DefaultValue("jp_aml") Set<String> trustFrameworks,
            @DefaultValue Set<String> factors,
            @DefaultValue("true") boolean asksForClaims,
            @DefaultValue("false") boolean privateLine) {}

    /** A bank whose settings are whole. */
    record At(
            URI issuer,
            String clientId,
            Set<String> trustFrameworks,
            Set<String> factors,
            boolean asksForClaims,
            Reach reach) {
        At {
            trustFrameworks = Set.copyOf(trustFrameworks);
            factors = Set.copyOf(factors);
        }
    }

    /** @throws IllegalArgumentException if a bank lacks something; its message names the setting */
    Map<BankId, At> at() {
        var all = new TreeMap<Integer, At>();
        banks.forEach((code, bank) -> all.put(code(code), at(code, bank)));
        long issuers = all.values().stream().map(At::issuer).distinct().count();
        if (issuers != all.size()) {
            throw new IllegalArgumentException(PREFIX + "*.issuer: two banks have the same one; each has its own");
        }
        var byBank = new java.util.LinkedHashMap<BankId, At>();
        all.forEach((code, at) -> byBank.put(new BankId(code), at));
        return byBank;
    }

    private static int code(String code) {
        if (!code.matches("[0-9]{4}") || code.equals("0000")) {
            throw new IllegalArgumentException(PREFIX + code + ": a bank code has four digits and is not 0000");
        }
        return Integer.parseInt(code);
    }

    private static At at(String code, Bank bank) {
        if (bank.issuer() == null || bank.clientId() == null || bank.factors().isEmpty()) {
            throw new IllegalArgumentException(PREFIX + code + " needs .issuer, .client-id and .factors");
        }
        return new At(
                bank.issuer(),
                bank.clientId(),
                bank.trustFrameworks(),
                bank.factors(),
                bank.asksForClaims(),
                bank.privateLine() ? Reach.PRIVATE_LINE : Reach.INTERNET);
    }
}
