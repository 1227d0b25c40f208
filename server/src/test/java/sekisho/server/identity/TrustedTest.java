package sekisho.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sekisho.identity.demo.DemoAuthority;

final class TrustedTest {
    private static final Map<String, String> PROFILE = Map.of(
            "sekisho.identity.card.signature-policies", "1.2.3",
            "sekisho.identity.card.authentication-policies", "1.2.4",
            "sekisho.identity.card.name", "1.2.5",
            "sekisho.identity.card.address", "1.2.6",
            "sekisho.identity.card.birth-date", "1.2.7",
            "sekisho.identity.card.gender", "1.2.8");

    @TempDir
    private Path keys;

    private Trusted with(Map<String, String> more) {
        var all = new HashMap<>(PROFILE);
        all.putAll(more);
        return Trusted.configured(all::get, keys);
    }

    private void write(String file, X509Certificate certificate) throws Exception {
        Files.write(keys.resolve(file), certificate.getEncoded());
    }

    @Test
    void withoutConfigurationNobodyIsTrusted() {
        Trusted trusted = with(Map.of());
        assertThat(trusted.cards().isEmpty()).isTrue();
        assertThat(trusted.passports().isEmpty()).isTrue();
        assertThat(trusted.isDemonstration()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sekisho.identity.card-anchors", "sekisho.identity.passport-anchors"})
    void aMadeUpAuthorityIsRefusedOutsideOfADemonstration(String property) throws Exception {
        write("demo.der", new DemoAuthority("Any", InstantSource.system()).anchor());
        assertThatThrownBy(() -> with(Map.of(property, "demo.der")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("demonstration");
    }

    @Test
    void anAnchorThatCannotBeReadIsNamed() throws Exception {
        Files.writeString(keys.resolve("text.pem"), "no certificate");
        Files.writeString(keys.resolve("empty.pem"), "");
        assertThatThrownBy(() -> with(Map.of("sekisho.identity.card-anchors", "text.pem")))
                .hasMessageContaining("text.pem");
        assertThatThrownBy(() -> with(Map.of("sekisho.identity.card-anchors", "empty.pem")))
                .hasMessageContaining("empty.pem");
        assertThatThrownBy(() -> with(Map.of("sekisho.identity.card-anchors", "missing.pem")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("missing.pem");
    }

    @Test
    void theDemonstrationsAuthorityIsKeptWithTheKeys() {
        var first = DemoDocuments.in(keys, InstantSource.system());
        var again = DemoDocuments.in(keys, InstantSource.system());
        assertThat(again.cardAnchor()).isEqualTo(first.cardAnchor());
        assertThat(Trusted.demonstration(again).isDemonstration()).isTrue();
    }
}
