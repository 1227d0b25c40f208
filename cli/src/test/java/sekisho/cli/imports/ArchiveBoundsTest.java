package sekisho.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

final class ArchiveBoundsTest {
    @TempDir
    private Path folder;

    private Path packed(int megabytes, byte filling) throws IOException {
        Path file = folder.resolve("packed.xz");
        var options = new LZMA2Options(1);
        byte[] piece = new byte[1 << 20];
        Arrays.fill(piece, filling);
        try (var out = new XZOutputStream(Files.newOutputStream(file), options)) {
            for (int i = 0; i < megabytes; i++) {
                out.write(piece);
            }
        }
        return file;
    }

    @Test
    void aSmallFileThatUnpacksIntoALargeOneIsLeftAtItsFirstLine() throws Exception {
        Path file = packed(64, (byte) 'a');
        assertThat(Files.size(file)).isLessThan(64 * 1024);
        long before = System.nanoTime();
        assertThatThrownBy(() -> ForeignStream.read(file, Format.PAYSIM))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("longer than 1000 characters");
        assertThat(System.nanoTime() - before).isLessThan(10_000_000_000L);
    }

    @Test
    void linesWithoutEndAreNoRows() throws Exception {
        Path file = packed(16, (byte) '\n');
        assertThatThrownBy(() -> ForeignStream.read(file, Format.PAYSIM)).isInstanceOf(BadFile.class);
    }
}
