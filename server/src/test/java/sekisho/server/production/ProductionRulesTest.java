package sekisho.server.production;

import static org.assertj.core.api.Assertions.assertThat;
import static sekisho.server.production.Objection.Code;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sekisho.identity.demo.DemoAuthority;
import sekisho.server.database.DatabaseSettings;

final class ProductionRulesTest {
    private static final String RANDOM = "hV3kX9qLw2ZpT7rB";
    private static final Map<String, String> SENDER =
            Map.of("sekisho.mail.host", "localhost", "sekisho.mail.from", "sekisho@wallet.example");
    private static final String BANK = "sekisho.banking.banks.0017";

    @TempDir
    private Path folder;

    private Path home;
    private Path keys;
    private DatabaseSettings database;

    @BeforeEach
    void makeFolders() throws IOException {
        home = Files.createDirectory(folder.resolve("var"));
        keys = Files.createDirectory(folder.resolve("var-keys"));
        Files.writeString(keys.resolve("signing-keys.json"), "{}");
        database = DatabaseSettings.Embedded.in(home);
    }

    private List<Objection> objections(boolean demo, @Nullable String url, Map<String, String> settings) {
        var all = new HashMap<>(SENDER);
        all.putAll(settings);
        return bare(demo, url, all);
    }

    private List<Objection> bare(boolean demo, @Nullable String url, Map<String, String> settings) {
        return ProductionRules.objections(
                new ProductionFacts(home, keys, demo, url == null ? null : URI.create(url), database, settings));
    }

    private List<Code> codes(Map<String, String> settings) {
        return objections(false, "https://wallet.example", settings).stream()
                .map(Objection::code)
                .toList();
    }

    private List<Code> codes() {
        return codes(Map.of());
    }

    @Test
    void whatIsSetUpForProductionMayRun() {
        assertThat(codes(Map.of(BANK + ".address", "https://api.bank.example", BANK + ".api-key", RANDOM)))
                .isEmpty();
        assertThat(codes()).isEmpty();
    }

    @Test
    void theDemonstrationIsRefused() {
        assertThat(objections(true, "https://wallet.example", Map.of()))
                .singleElement()
                .matches(it -> it.code() == Code.DEMO_WANTED && it.text().startsWith("DEMO_WANTED: the demonstration"));
        assertThat(codes(Map.of("sekisho.demo", "true"))).containsExactly(Code.DEMO_WANTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"demonstrated", "banks"})
    void aHomeOfTheDemonstrationIsRefused(String mark) throws Exception {
        Files.createDirectory(home.resolve(mark));
        assertThat(codes()).containsExactly(Code.DEMO_DATA_IN_HOME);
    }

    @Test
    void aHomeWithDataAndWithoutKeysIsRefused() throws Exception {
        Files.createDirectory(home.resolve("log"));
        assertThat(codes()).isEmpty();
        Files.delete(keys.resolve("signing-keys.json"));
        assertThat(codes()).containsExactly(Code.KEYS_MISSING);
    }

    @ParameterizedTest
    @CsvSource({
        "http://wallet.example, PUBLIC_ADDRESS_NOT_HTTPS",
        "https://localhost, PUBLIC_ADDRESS_LOCAL",
        "https://127.0.0.1:8443, PUBLIC_ADDRESS_LOCAL",
        "https://console.localhost, PUBLIC_ADDRESS_LOCAL",
        "https:nothing, PUBLIC_ADDRESS_MISSING",
        ", PUBLIC_ADDRESS_MISSING"
    })
    void thePublicAddressIsHttpsAndNotThisMachine(@Nullable String url, Code code) {
        assertThat(objections(false, url, Map.of())).extracting(Objection::code).containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8081/banks/0017",
                "http://127.0.0.1:1",
                "https://localhost/x",
                "http://bank.example"
            })
    void aSimulatorIsRefused(String address) {
        assertThat(codes(Map.of(BANK + ".address", address, BANK + ".api-key", RANDOM)))
                .containsExactly(Code.SIMULATED_BANK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9980", "9990", "9991", "9999"})
    void aBankThatDoesNotExistIsRefused(String code) {
        String bank = "sekisho.banking.banks." + code;
        assertThat(codes(Map.of(bank + ".address", "https://bank.example", bank + ".api-key", RANDOM)))
                .containsExactly(Code.FICTIONAL_BANK);
    }

    @ParameterizedTest
    @CsvSource({
        "0017, https://id.bank.example, ",
        "0017, http://id.bank.example, SIMULATED_BANK",
        "0017, https://localhost:8080, SIMULATED_BANK",
        "0801, https://id.bank.example, FICTIONAL_BANK"
    })
    void aBanksLoginIsARealOne(String code, String issuer, @Nullable Code objection) {
        assertThat(codes(Map.of("sekisho.linking.fapi.banks." + code + ".issuer", issuer)))
                .isEqualTo(objection == null ? List.of() : List.of(objection));
    }

    @Test
    void aBankWithoutASecretIsRefused() {
        assertThat(codes(Map.of(BANK + ".address", "https://api.bank.example"))).containsExactly(Code.SECRET_MISSING);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                           | SECRET_MISSING
            changeme                     | SECRET_DEFAULT
            Secret123                    | SECRET_DEFAULT
            passwordpassword             | SECRET_DEFAULT
            test-test-test-test          | SECRET_DEFAULT
            hV3kX9qLw2ZpT7r              | SECRET_WEAK
            aaaaaaaaaaaaaaaabbbbbbbbbbbb | SECRET_WEAK
            """)
    void aSecretThatIsNoneIsRefusedAndNotRepeated(String secret, Code code) {
        for (String name : new String[] {BANK + ".api-key", "sekisho.mail.password", "sekisho.sms.token"}) {
            var settings = new HashMap<>(Map.of(name, secret));
            if (name.startsWith(BANK)) {
                settings.put(BANK + ".address", "https://api.bank.example");
            }
            assertThat(objections(false, "https://wallet.example", settings))
                    .singleElement()
                    .matches(it -> it.code() == code)
                    .matches(it -> it.sentence().startsWith(name))
                    .matches(it -> secret.isEmpty() || !it.sentence().contains(secret));
        }
    }

    @Test
    void whoSendsMailsToNobodyIsRefused() {
        assertThat(bare(false, "https://wallet.example", Map.of()))
                .extracting(Objection::code)
                .containsExactly(Code.SENDER_MISSING, Code.SENDER_MISSING);
        assertThat(codes(Map.of("sekisho.post-box", "true"))).containsExactly(Code.DEMO_WANTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://sms.example/v1", "https://localhost/v1", "http://127.0.0.1:8090/"})
    void aGatewayOfTextMessagesIsHttpsOnAnotherHost(String address) {
        assertThat(codes(Map.of("sekisho.sms.address", address, "sekisho.sms.token", RANDOM)))
                .containsExactly(Code.SENDER_UNPROTECTED);
    }

    @Test
    void aGatewayHasASecret() {
        String address = "https://sms.example/v1";
        assertThat(codes(Map.of("sekisho.sms.address", address))).containsExactly(Code.SECRET_MISSING);
        assertThat(codes(Map.of("sekisho.sms.address", address, "sekisho.sms.token", RANDOM)))
                .isEmpty();
    }

    @Test
    void aDatabaseOnAnotherHostIsReachedByAVerifiedConnection() {
        database = new DatabaseSettings.Ordinary("jdbc:postgresql://db.example/sekisho", "sekisho", RANDOM);
        assertThat(codes()).containsExactly(Code.DATABASE_UNPROTECTED);
        database = new DatabaseSettings.Ordinary("jdbc:postgresql://db.example/sekisho?sslmode=require", "s", RANDOM);
        assertThat(codes()).containsExactly(Code.DATABASE_UNPROTECTED);
        database = new DatabaseSettings.Ordinary("jdbc:postgresql://localhost.example/s", "s", RANDOM);
        assertThat(codes()).containsExactly(Code.DATABASE_UNPROTECTED);
        database = new DatabaseSettings.Ordinary(
                "jdbc:postgresql://db.example/sekisho?sslmode=verify-full", "sekisho", RANDOM);
        assertThat(codes()).isEmpty();
        database = new DatabaseSettings.Ordinary("jdbc:postgresql://127.0.0.1:5432/sekisho", "sekisho", "postgres");
        assertThat(codes()).containsExactly(Code.SECRET_DEFAULT);
    }

    @ParameterizedTest
    @CsvSource({
        "management.server.address, MANAGEMENT_EXPOSED",
        "sekisho.management.address, MANAGEMENT_EXPOSED",
        "sekisho.node.address, CLUSTER_EXPOSED"
    })
    void portsForThisMachineAloneStayIt(String name, Code code) {
        for (String address : new String[] {"0.0.0.0", "::", "192.168.1.5", "host.example"}) {
            assertThat(codes(Map.of(name, address))).containsExactly(code);
        }
        assertThat(codes(Map.of(name, "127.0.0.1"))).isEmpty();
    }

    @Test
    void aTrustAnchorOfTheDemonstrationIsRefused() throws Exception {
        Path trust = Files.createDirectory(keys.resolve("trust"));
        var key = new ECKeyGenerator(Curve.P_256).keyID("bank-0017").generate();
        Files.writeString(trust.resolve("a.json"), new JWKSet(key).toString());
        assertThat(codes()).isEmpty();
        var demo = new ECKeyGenerator(Curve.P_256).keyID("Demonstration-9991").generate();
        Files.writeString(trust.resolve("b.json"), new JWKSet(demo).toString());
        assertThat(codes()).containsExactly(Code.DEMO_TRUST_ANCHOR);
        Files.delete(trust.resolve("b.json"));
        certificate(trust.resolve("c.pem"), "CN=A true authority");
        assertThat(codes()).isEmpty();
        certificate(trust.resolve("d.pem"), "CN=JPKI, O=Sekisho Demonstration");
        assertThat(codes()).containsExactly(Code.DEMO_TRUST_ANCHOR);
        Files.writeString(trust.resolve("d.pem"), "nonsense");
        assertThat(codes()).containsExactly(Code.TRUST_ANCHOR_UNREADABLE);
    }

    /** The JDK makes certificates by its tool alone. */
    private static void certificate(Path file, String subject) throws Exception {
        Path store = file.resolveSibling("../" + file.getFileName() + ".p12");
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        run(
                tool,
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "a",
                "-dname",
                subject,
                "-storepass",
                RANDOM,
                "-keystore",
                store.toString());
        run(
                tool,
                "-exportcert",
                "-rfc",
                "-alias",
                "a",
                "-storepass",
                RANDOM,
                "-keystore",
                store.toString(),
                "-file",
                file.toString());
    }

    private static void run(String... command) throws Exception {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    @Test
    void madeUpCardsAreNotBelieved() {
        assertThat(codes(Map.of("sekisho.identity.demonstration", "true"))).containsExactly(Code.DEMO_WANTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sekisho.identity.card-anchors", "sekisho.identity.passport-anchors"})
    void anAuthorityOfMadeUpCardsIsNotTrusted(String property) throws Exception {
        var demo = new DemoAuthority("Some", InstantSource.system()).anchor();
        Files.write(keys.resolve("some.der"), demo.getEncoded());
        assertThat(codes(Map.of(property, "some.der"))).containsExactly(Code.DEMO_TRUST_ANCHOR);
        assertThat(codes(Map.of(property, "other.der"))).containsExactly(Code.TRUST_ANCHOR_UNREADABLE);
        Files.write(Files.createDirectories(keys.resolve("trust")).resolve("some.der"), demo.getEncoded());
        assertThat(codes()).containsExactly(Code.DEMO_TRUST_ANCHOR);
    }
}
