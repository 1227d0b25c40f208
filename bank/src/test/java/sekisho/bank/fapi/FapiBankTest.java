package sekisho.bank.fapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sekisho.bank.outgoing.Reach;

final class FapiBankTest {
    private static final URI BANK = URI.create("https://bank.example/realm");
    private static final ECKey KEY = Keys.next();

    @ParameterizedTest
    @ValueSource(strings = {"https://bank.example", "http://localhost:8080/realms/one", "http://127.0.0.1:1/x"})
    void anIssuerIsHttpsOrOnThisMachine(String issuer) {
        assertThatCode(() -> bank(URI.create(issuer), "sekisho", KEY, Set.of("jp_aml")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://bank.example",
                "http://localhost.bank.example",
                "ftp://localhost",
                "https://bank.example/",
                "https://bank.example/?realm=one",
                "https://bank.example#one"
            })
    void anyOtherIssuerIsRefused(String issuer) {
        assertThatThrownBy(() -> bank(URI.create(issuer), "sekisho", KEY, Set.of("jp_aml")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("issuer");
    }

    @Test
    void whatWeAreThereIsComplete() {
        assertThatThrownBy(() -> bank(BANK, "", KEY, Set.of("jp_aml"))).hasMessageContaining("client's id");
        assertThatThrownBy(() -> bank(BANK, "two words", KEY, Set.of("jp_aml"))).hasMessageContaining("client's id");
        ECKey nameless = new ECKey.Builder(KEY).keyID(null).build();
        for (ECKey key : new ECKey[] {KEY.toPublicJWK(), Keys.next(Curve.P_384), nameless}) {
            assertThatThrownBy(() -> bank(BANK, "sekisho", key, Set.of("jp_aml")))
                    .hasMessageContaining("a key that signs");
        }
        assertThatThrownBy(() -> bank(BANK, "sekisho", KEY, Set.of())).hasMessageContaining("trust framework");
        URI plain = URI.create("http://sekisho.example/return");
        assertThatThrownBy(() -> new FapiBank(BANK, "sekisho", KEY, plain, Reach.INTERNET, Set.of("jp_aml"), true))
                .hasMessageContaining("comes back");
    }

    @Test
    void itsKeyIsNotShown() {
        assertThat(bank(BANK, "sekisho", KEY, Set.of("jp_aml")).toString())
                .contains("bank.example")
                .doesNotContain(KEY.getD().toString());
    }

    private static FapiBank bank(URI issuer, String client, ECKey key, Set<String> frameworks) {
        return new FapiBank(issuer, client, key, Trip.RETURN, Reach.INTERNET, frameworks, true);
    }
}
