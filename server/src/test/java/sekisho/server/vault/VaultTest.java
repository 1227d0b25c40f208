package sekisho.server.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
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

    /** Keys below those of all other tests, whose values therefore stay where they are. */
    private void addKey(int number) throws Exception {
        byte[] key = new byte[32];
        key[0] = (byte) number;
        Files.createDirectories(folder.resolve("keys"));
        Files.writeString(
                folder.resolve("keys/vault.keys"),
                number + "=" + Base64.getEncoder().encodeToString(key) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private int keyOf(Token token) {
        return jdbc.sql("select key_id from vault.entries where token = :token")
                .param("token", token.value())
                .query(Integer.class)
                .single();
    }

    @AfterEach
    void forget() {
        jdbc.sql("delete from vault.entries where key_id < 0").update();
    }

    @Test
    void valuesMoveToANewKeyWhileTheyAreUsedAndWhoStopsInBetweenGoesOnLater() throws Exception {
        addKey(-2);
        Vault before = vault();
        List<Token> tokens = IntStream.range(0, 50)
                .mapToObj(i -> before.token(i % 2 == 0 ? Kind.PHONE : Kind.NAME, "0800000" + i))
                .toList();
        addKey(-1);
        assertThat(vault().renew(20)).isEqualTo(20);
        // Stopped: some lie under the old key, some under the new one, and all can be read and found.
        Vault again = vault();
        for (int i = 0; i < tokens.size(); i++) {
            assertThat(again.value(tokens.get(i))).contains("0800000" + i);
        }
        assertThat(again.token(Kind.PHONE, "08000000")).isEqualTo(tokens.getFirst());
        assertThat(again.token(Kind.PHONE, "080000048")).isEqualTo(tokens.get(48));
        assertThat(again.renew(20)).isEqualTo(20);
        assertThat(again.renew(20)).isEqualTo(10);
        assertThat(again.renew(20)).isZero();
        assertThat(tokens).allMatch(token -> keyOf(token) == -1);
        assertThat(again.find(Kind.PHONE, "08000000")).contains(tokens.getFirst());
        // The old key is of no use any more.
        Files.delete(folder.resolve("keys/vault.keys"));
        addKey(-1);
        assertThat(vault().value(tokens.getLast())).contains("080000049");
    }

    @Test
    void aServerMovesWhatLiesUnderAnOlderKeyByItself() throws Exception {
        addKey(-2);
        Token token = vault().token(Kind.NAME, "北 葵");
        addKey(-1);
        try (var renewal = new VaultRenewal(vault())) {
            renewal.start();
            long deadline = System.nanoTime() + 10_000_000_000L;
            while (keyOf(token) != -1 && System.nanoTime() - deadline < 0) {
                Thread.sleep(10);
            }
        }
        assertThat(keyOf(token)).isEqualTo(-1);
        assertThat(vault().value(token)).contains("北 葵");
    }

    @Test
    void aServerThatLacksTheNewestKeyMovesNothingBack() throws Exception {
        addKey(-2);
        Vault old = vault();
        addKey(-1);
        Token token = vault().token(Kind.NAME, "北 葵");
        assertThat(old.renew(20)).isZero();
        assertThat(keyOf(token)).isEqualTo(-1);
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
