package sekisho.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretScanTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final int BINARY_AFTER = 1 << 20;
    private static final String RANDOM = "q7Zr2Vw9Lk4Xt8Np3Mb6Hs1Jd5Fg0YcE4u";

    @Test
    void noTrackedFileHoldsASecret() throws Exception {
        var found = new ArrayList<String>();
        List<Path> files = tracked();
        assertThat(files).hasSizeGreaterThan(300);
        for (Path file : files) {
            if (Files.isRegularFile(file) && Files.size(file) < BINARY_AFTER) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                found.addAll(SecretPatterns.found(ROOT.relativize(file).toString(), text));
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void noTrackedFileHasTheNameOfASecretsFile() throws Exception {
        assertThat(tracked().stream().map(file -> file.getFileName().toString()))
                .noneMatch(name -> name.matches(
                        "(?i).*\\.(p12|pfx|jks|keystore|kdbx|key|pem|env)|id_(rsa|ecdsa|ed25519)|signing-keys\\.json"));
    }

    @ParameterizedTest
    @MethodSource("planted")
    void aPlantedSecretIsFoundAndNotRepeated(String planted) {
        var found = SecretPatterns.found("planted.txt", "a line\n" + planted + "\n");
        assertThat(found).as(planted).isNotEmpty();
        assertThat(found.getFirst()).startsWith("planted.txt, about line ").doesNotContain(RANDOM);
    }

    /** Put together at run time: this file is scanned, too. */
    static Stream<String> planted() {
        return Stream.of(
                "-----BEGIN " + "PRIVATE KEY-----",
                "-----BEGIN RSA " + "PRIVATE KEY-----",
                "-----BEGIN OPENSSH " + "PRIVATE KEY-----",
                "{\"kty\":\"EC\",\"d\"" + ":\"" + RANDOM + "\"}",
                "{\"kty\":\"oct\"," + "\"k\":\"" + RANDOM + "\"}",
                "eyJ" + "hbGciOiJFUzI1NiJ9" + ".eyJ" + "zdWIiOiJvcGVyYXRvciJ9" + "." + RANDOM,
                "AKIA" + "Q7ZR2VW9LK4XT8NP",
                "ghp_" + RANDOM + "abcdef",
                "xoxb-" + "123456789012-" + RANDOM,
                "sk_live_" + RANDOM,
                "String password = \"" + RANDOM + "\";",
                "client_secret" + ": '" + RANDOM + "'",
                "sekisho.banking.banks.0017.api-key" + "=" + RANDOM,
                "https://operator:" + RANDOM + "@bank.example/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN PUBLIC KEY-----",
                "String password = environment.get(PREFIX);",
                "properties.put(prefix + \".api-key\", apiKey);",
                "token=the-operators-own-token-of-tests",
                "https://bank.example/users/12345678901234567890"
            })
    void whatIsNoSecretIsLeftAlone(String text) {
        assertThat(SecretPatterns.found("some.txt", text)).isEmpty();
    }

    /** The files that git tracks or would; without git, all that are not built. */
    private static List<Path> tracked() throws IOException, InterruptedException {
        var process = new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
                .directory(ROOT.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String names = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() == 0) {
            return Stream.of(names.split("\0"))
                    .filter(name -> !name.isEmpty())
                    .map(ROOT::resolve)
                    .toList();
        }
        try (var all = Files.walk(ROOT)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !ROOT.relativize(file).toString().matches("(.*/)?(target|var|var-keys)/.*"))
                    .toList();
        }
    }
}
