package sekisho.wire.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeysFolderTest {
    @TempDir
    private Path folder;

    private Path home;
    private Path keys;

    @BeforeEach
    void makeHome() throws IOException {
        home = Files.createDirectory(folder.resolve("var"));
        keys = new HomeLayout(home).keys();
    }

    @Test
    void liesBesideTheHomeAndIsItsOwnersAlone() throws Exception {
        assertThat(keys).isEqualTo(folder.resolve("var-keys"));
        assertThat(KeysFolder.isEmpty(keys)).isTrue();
        assertThat(KeysFolder.open(keys, home)).isEqualTo(keys.toRealPath());
        assertThat(mode(keys)).isEqualTo("rwx------");
        SafeFiles.writePrivate(keys.resolve("secret"), "s");
        assertThat(KeysFolder.open(keys, home)).isDirectory();
        assertThat(KeysFolder.isEmpty(keys)).isFalse();
    }

    @Test
    void isRefusedInsideTheHomeAndNotMadeThere() throws Exception {
        Path inside = home.resolve("keys");
        refused(inside, "inside the home");
        assertThat(inside).doesNotExist();
        refused(home, "inside the home");
        Path link = Files.createSymbolicLink(folder.resolve("elsewhere"), home);
        refused(link.resolve("keys"), "inside the home");
        assertThat(inside).doesNotExist();
        Files.createSymbolicLink(folder.resolve("link-keys"), Files.createDirectory(home.resolve("hidden")));
        refused(folder.resolve("link-keys"), "inside the home");
    }

    @Test
    void isRefusedWhereOthersMayEnterOrRead() throws Exception {
        Files.createDirectory(keys);
        for (String mode : new String[] {"rwxr-x---", "rwx--x---", "rwx---r--", "rwx----w-"}) {
            Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString(mode));
            refused(keys, "chmod 700");
        }
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rwx------"));
        SafeFiles.write(keys.resolve("secret"), "s");
        Files.setPosixFilePermissions(keys.resolve("secret"), PosixFilePermissions.fromString("rw-r-----"));
        refused(keys, "chmod 600");
    }

    @Test
    void takesInWhatEarlierVersionsKeptInTheHome() throws Exception {
        Path former = home.resolve("keys");
        SafeFiles.writePrivate(former.resolve("database"), "password");
        SafeFiles.writePrivate(former.resolve("operator.env"), "CLIENT_ID=operator");
        KeysFolder.open(keys, home);
        assertThat(keys.resolve("database")).content().isEqualTo("password");
        assertThat(mode(keys.resolve("operator.env"))).isEqualTo("rw-------");
        assertThat(former).doesNotExist();
    }

    @Test
    void aSecretInBothPlacesIsKeptOnceOrAskedAbout() throws Exception {
        Path former = home.resolve("keys");
        SafeFiles.writePrivate(former.resolve("database"), "password");
        Files.createDirectory(keys, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        SafeFiles.writePrivate(keys.resolve("database"), "password");
        KeysFolder.open(keys, home);
        assertThat(former).doesNotExist();
        SafeFiles.writePrivate(former.resolve("database"), "another");
        refused(keys, "Keep the one that counts");
        assertThat(former.resolve("database")).content().isEqualTo("another");
    }

    @Test
    void aFileIsNoFolder() throws Exception {
        SafeFiles.writePrivate(keys, "s");
        refused(keys, "no folder");
    }

    private void refused(Path keys, String why) {
        assertThatThrownBy(() -> KeysFolder.open(keys, home))
                .isInstanceOf(KeysFolder.KeysUnsafe.class)
                .hasMessageContaining(why);
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
