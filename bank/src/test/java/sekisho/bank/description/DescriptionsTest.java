package sekisho.bank.description;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sekisho.protocol.BankId;

final class DescriptionsTest {
    @TempDir
    private Path folder;

    @Test
    void aFolderIsReadWithVersionsAndHashes() throws IOException {
        write("0814.yaml", Example.YAML);
        write("0815.yaml", Example.with("\"0814\"", "\"0815\""));
        write("notes.txt", "not read");
        Descriptions all = Descriptions.load(folder);
        assertThat(all.all()).extracting(Sourced::file).containsExactly("0814.yaml", "0815.yaml");
        Sourced one = all.of(new BankId(814)).orElseThrow();
        assertThat(one.description().version()).isEqualTo(3);
        write("0814.yaml", Example.YAML + "# a remark\n");
        Sourced changed = Descriptions.load(folder).of(new BankId(814)).orElseThrow();
        assertThat(changed.hash()).isNotEqualTo(one.hash());
        assertThat(changed.description()).isEqualTo(one.description());
        assertThat(all.of(new BankId(816))).isEmpty();
    }

    @Test
    void allThatIsWrongInAllFilesIsSaidAtOnce() throws IOException {
        write("0814.yaml", Example.with("version: 3", "version: x").replace("pull-back: 5d", "pull-back: x"));
        write("0815.yaml", Example.YAML);
        write("0816.yaml", "");
        Files.write(folder.resolve("0817.yaml"), new byte[] {(byte) 0xFF});
        Files.write(folder.resolve("0818.yaml"), new byte[70_000]);
        assertThatThrownBy(() -> Descriptions.load(folder))
                .isInstanceOfSatisfying(
                        FaultyDescriptions.class, e -> assertThat(e.faults()).hasSize(6))
                .hasMessageContainingAll(
                        "0814.yaml:2:10: version: ",
                        "0814.yaml:16:12: pull-back: ",
                        "0815.yaml:1:1: the file describes the bank of 0814.yaml",
                        "0816.yaml:1:1: the file is empty",
                        "0817.yaml:1:1: the file is not in UTF-8",
                        "0818.yaml:1:1: the file has more than 65536 bytes");
    }

    @Test
    void aFolderThatIsNotThereIsNoEmptyFolder() {
        assertThatThrownBy(() -> Descriptions.load(folder.resolve("absent"))).isInstanceOf(IOException.class);
    }

    private void write(String name, String text) throws IOException {
        Files.write(folder.resolve(name), text.getBytes(UTF_8));
    }
}
