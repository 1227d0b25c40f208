package sekisho.banksimulator.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StatementKeysTest {
    @TempDir
    Path folder;

    @Test
    void aBankHasOneKeyForEachOperatorAndKeepsItOverAStart() throws Exception {
        Path file = folder.resolve("0821.keys");
        var before = BankSecrets.of(file).statements();
        var first = before.of(1);
        var second = before.of(2);
        assertThat(first.getKeyID()).isEqualTo("statement-1");
        assertThat(first.getKeyUse().getValue()).isEqualTo("statement");
        assertThat(first.toPublicJWK().getX()).isNotEqualTo(second.toPublicJWK().getX());
        assertThat(before.of(1)).isEqualTo(first);
        var after = BankSecrets.of(file).statements();
        assertThat(after.of(2)).isEqualTo(second);
        assertThat(after.of(1)).isEqualTo(first);
        try (var files = Files.list(folder)) {
            assertThat(files)
                    .hasSize(2)
                    .allSatisfy(one -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(one)))
                            .isEqualTo("rw-------"));
        }
    }
}
