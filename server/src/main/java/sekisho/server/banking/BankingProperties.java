package sekisho.server.banking;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import sekisho.bank.instant.InstantSettings;
import sekisho.bank.outgoing.Reach;
import sekisho.protocol.BankId;

/**
 * The settings below {@code sekisho.banking}.
 *
 * @param banks that this process brings instructions to, by their four-digit codes; none: another process does that, or
 *     nobody
 */
@ConfigurationProperties("sekisho.banking")
record BankingProperties(@DefaultValue Map<String, Instant> banks) {

    BankingProperties {
        banks = Map.copyOf(banks);
    }

    /**
     * A bank that speaks the instant protocol.
     *
     * @param address of the bank, {@code https}, or {@code http} on this machine
     * @param apiKey our secret at the bank
     * @param privateLine whether the bank is reached by a private network; otherwise only in the internet
     */
    record Instant(
            @Nullable URI address,
            @Nullable String apiKey,
            @DefaultValue("false") boolean privateLine) {
        /** Without the secret. */
        @Override
        public String toString() {
            return "Instant[address=" + address + "]";
        }
    }

    /**
     * How to reach each bank.
     *
     * @throws IllegalArgumentException if a bank lacks something
     */
    List<InstantSettings> settings() {
        return new TreeMap<>(banks)
                .entrySet().stream()
                        .map(bank -> settings(bank.getKey(), bank.getValue()))
                        .toList();
    }

    private static InstantSettings settings(String code, Instant bank) {
        String name = "sekisho.banking.banks." + code;
        if (!code.matches("[0-9]{4}") || code.equals("0000")) {
            throw new IllegalArgumentException(name + ": a bank code has four digits and is not 0000");
        }
        if (bank.address() == null || bank.apiKey() == null) {
            throw new IllegalArgumentException(name + " needs both .address and .api-key");
        }
        return InstantSettings.of(new BankId(Integer.parseInt(code)), bank.address(), bank.apiKey())
                .withReach(bank.privateLine() ? Reach.PRIVATE_LINE : Reach.INTERNET);
    }
}
