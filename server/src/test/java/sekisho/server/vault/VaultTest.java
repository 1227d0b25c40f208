package sekisho.server.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.server.testing.RunningServer;
import sekisho.server.testing.SharedServer;

@ExtendWith(SharedServer.class)
final class VaultTest {
    @TempDir
    private Path folder;

    private final JdbcClient jdbc;

    VaultTest(RunningServer running) {
        this.jdbc = running.server().part(JdbcClient.class);
    }

    private Vault vault() {
        return new Vault(jdbc, VaultKeys.in(folder.resolve("keys")));
    }

    @Test
    void equalAccountsHaveOneTokenAndEqualNamesHaveTwo() {
        Vault vault = vault();
        assertThat(vault.token(Kind.BANK_ACCOUNT, "0001-001-1234567"))
                .isEqualTo(vault.token(Kind.BANK_ACCOUNT, "0001-001-1234567"))
                .isNotEqualTo(vault.token(Kind.BANK_ACCOUNT, "0001-001-1234568"))
                .isNotEqualTo(vault.token(Kind.PHONE, "0001-001-1234567"));
        assertThat(vault.token(Kind.NAME, "北川 葵")).isNotEqualTo(vault.token(Kind.NAME, "北川 葵"));
    }

    @Test
    void aTokenLeadsToItsValueUntilThatIsErased() {
        Vault vault = vault();
        Token token = vault.token(Kind.MAIL, "a@mail.example");
        assertThat(vault.value(token)).contains("a@mail.example");
        vault.erase(token);
        assertThat(vault.value(token)).isEmpty();
        assertThat(vault.find(Kind.MAIL, "a@mail.example")).isEmpty();
    }

    @Test
    void nothingReadableLiesInTheTable() {
        Token token = vault().token(Kind.PHONE, "09012345678");
        byte[] value = jdbc.sql("select value from vault.entries where token = :token")
                .param("token", token.value())
                .query((row, _) -> row.getBytes(1))
                .single();
        assertThat(new String(value, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("0901234");
    }

    @Test
    void aValueThatIsMovedToAnotherTokenCannotBeOpenedThere() {
        Vault vault = vault();
        Token mine = vault.token(Kind.NAME, "mine");
        Token other = vault.token(Kind.NAME, "other");
        jdbc.sql(
                        "update vault.entries set value = (select value from vault.entries where token = :from) where token = :to")
                .param("from", other.value())
                .param("to", mine.value())
                .update();
        assertThatThrownBy(() -> vault.value(mine)).isInstanceOf(VaultUnusable.class);
        vault.erase(mine);
    }

    @Test
    void newKeysTakeOverEveryValueAndKeepItsToken() throws Exception {
        Token token = vault().token(Kind.PHONE, "08011112222");
        Files.writeString(
                folder.resolve("keys/vault.keys"),
                "2=" + Base64.getEncoder().encodeToString(new byte[32]) + "\n",
                StandardOpenOption.APPEND);
        Vault renewed = vault();
        assertThat(renewed.find(Kind.PHONE, "08011112222")).contains(token);
        assertThat(renewed.token(Kind.PHONE, "08011112222")).isEqualTo(token);
        assertThat(renewed.value(token)).contains("08011112222");
    }

    @Test
    void keysAreForTheirOwnerOnly() throws Exception {
        vault();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys"))))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys/vault.keys"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aBrokenKeyFileIsRefused() throws Exception {
        Files.createDirectories(folder.resolve("keys"));
        Files.writeString(folder.resolve("keys/vault.keys"), "1=short\n");
        assertThatThrownBy(this::vault).isInstanceOf(VaultUnusable.class).hasMessageContaining("vault.keys");
    }
}
