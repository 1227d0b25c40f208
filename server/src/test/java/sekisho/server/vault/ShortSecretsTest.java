package sekisho.server.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShortSecretsTest {
    private static final UUID ROW = UUID.fromString("00000000-0000-0000-0000-000000000001");

    @TempDir
    private Path folder;

    private ShortSecrets secrets() {
        return new ShortSecrets(VaultKeys.in(folder.resolve("keys")));
    }

    @Test
    void whatIsSealedIsOpenedInItsOwnRowAndInNoOther() {
        byte[] sealed = secrets().seal(ROW, "a verifier");
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("verifier");
        assertThat(secrets().open(ROW, sealed)).isEqualTo("a verifier");
        UUID other = UUID.fromString("00000000-0000-0000-0000-000000000002");
        assertThatThrownBy(() -> secrets().open(other, sealed)).isInstanceOf(VaultUnusable.class);
    }

    @Test
    void anOlderKeyOpensWhatItSealedAsLongAsItIsThere() throws Exception {
        byte[] sealed = secrets().seal(ROW, "a verifier");
        String next = "2=" + Base64.getEncoder().encodeToString(new byte[32]) + "\n";
        Path file = folder.resolve("keys/vault.keys");
        Files.writeString(file, next, StandardOpenOption.APPEND);
        assertThat(secrets().open(ROW, sealed)).isEqualTo("a verifier");
        Files.writeString(file, next);
        assertThatThrownBy(() -> secrets().open(ROW, sealed)).isInstanceOf(VaultUnusable.class);
    }
}
