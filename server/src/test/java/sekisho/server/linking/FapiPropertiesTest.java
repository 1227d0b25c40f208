package sekisho.server.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sekisho.bank.outgoing.Reach;
import sekisho.protocol.BankId;

final class FapiPropertiesTest {
    private static final URI ISSUER = URI.create("https://id.bank.example");

    private static FapiProperties.Bank bank(URI issuer, Set<String> factors) {
        return new FapiProperties.Bank(issuer, "sekisho", Set.of("jp_aml"), factors, true, false);
    }

    @Test
    void aWholeBankIsThereByItsCode() {
        var at = new FapiProperties(Map.of("0901", bank(ISSUER, Set.of("hwk"))), null).at();
        assertThat(at)
                .isEqualTo(Map.of(
                        new BankId(901),
                        new FapiProperties.At(
                                ISSUER, "sekisho", Set.of("jp_aml"), Set.of("hwk"), true, Reach.INTERNET)));
    }

    @Test
    void aBankThatDoesNotSayWhatItAsksIsRefused() {
        var lacking = new FapiProperties(Map.of("0901", bank(ISSUER, Set.of())), null);
        assertThatThrownBy(lacking::at).hasMessageContaining("banks.0901 needs").hasMessageContaining(".factors");
    }

    @Test
    void whatIsNoCodeIsRefused() {
        var wrong = new FapiProperties(Map.of("901", bank(ISSUER, Set.of("hwk"))), null);
        assertThatThrownBy(wrong::at).hasMessageContaining("banks.901");
    }

    /** Whose answer it is could not be told from its issuer. */
    @Test
    void twoBanksDoNotShareAnIssuer() {
        var two = new FapiProperties(
                Map.of("0901", bank(ISSUER, Set.of("hwk")), "0902", bank(ISSUER, Set.of("hwk"))), null);
        assertThatThrownBy(two::at).hasMessageContaining("issuer");
    }
}
