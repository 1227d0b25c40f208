package sekisho.cli.imports;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.XZIOException;
import org.tukaani.xz.XZInputStream;

/**
 * A foreign stream, read and checked from beginning to end before any of it is applied.
 *
 * @param contents SHA-256 of the text (not of its compressed form), hex
 */
record ForeignStream(Format format, Rows rows, Accounts accounts, String contents) {
    private static final byte[] XZ_MAGIC = {(byte) 0xFD, '7', 'z', 'X', 'Z', 0};
    private static final int XZ_MEMORY_KIB = 256 * 1_024;

    /**
     * Reads a file, plain or xz-compressed (its first bytes tell which).
     *
     * @throws BadFile if it is not there, not readable, damaged, of another format, or has a row that makes no sense
     */
    static ForeignStream read(Path file, Format format) throws BadFile {
        if (!Files.exists(file)) {
            throw new BadFile("there is no such file");
        }
        if (Files.isDirectory(file)) {
            throw new BadFile("it is a folder, not a file");
        }
        MessageDigest digest = Hashes.sha256();
        try (InputStream bytes = Files.newInputStream(file);
                InputStream text = new DigestInputStream(plain(bytes), digest)) {
            Rows rows = new Rows();
            Accounts accounts = new Accounts();
            readRows(new Lines(text), format, rows, accounts);
            return new ForeignStream(format, rows, accounts, HexFormat.of().formatHex(digest.digest()));
        } catch (MemoryLimitException e) {
            throw new BadFile("it needs more than 256 MiB to be decompressed; unpack it first");
        } catch (XZIOException | EOFException e) {
            throw new BadFile("its xz compression is damaged or cut off; fetch the file again");
        } catch (IOException e) {
            throw new BadFile("it cannot be read: " + e.getMessage());
        }
    }

    private static InputStream plain(InputStream bytes) throws IOException {
        PushbackInputStream input = new PushbackInputStream(bytes, XZ_MAGIC.length);
        byte[] magic = input.readNBytes(XZ_MAGIC.length);
        input.unread(magic);
        return Arrays.equals(magic, XZ_MAGIC) ? new XZInputStream(input, XZ_MEMORY_KIB) : input;
    }

    private static void readRows(Lines lines, Format format, Rows rows, Accounts accounts) throws IOException, BadFile {
        requireHeading(lines, format);
        Columns columns = new Columns(format.heading());
        while (lines.next()) {
            if (rows.count() == Rows.MAX) {
                throw new BadFile(lines.number(), "a file may have " + Rows.MAX + " rows");
            }
            columns.take(lines);
            ForeignRow row = format.row(columns);
            rows.add(row, accounts.note(row.origin()), destination(row, accounts));
        }
        if (rows.count() == 0) {
            throw new BadFile("it has a heading but no rows");
        }
    }

    /** Agents and banks get no account: what they receive leaves the system. Every client gets one, whatever it does. */
    private static int destination(ForeignRow row, Accounts accounts) {
        boolean client = row.destination().kind() == Party.Kind.WALLET;
        return client || row.action() == Action.PAYMENT ? accounts.note(row.destination()) : Rows.OUTSIDE;
    }

    private static void requireHeading(Lines lines, Format format) throws IOException, BadFile {
        if (!lines.next()) {
            throw new BadFile("it is empty");
        }
        if (lines.is(format.heading())) {
            return;
        }
        for (Format other : Format.values()) {
            if (lines.is(other.heading())) {
                throw new BadFile("it has the columns of another format: use --format " + other.word());
            }
        }
        throw new BadFile(1, "it is not " + format.word() + ": the columns should be " + format.heading());
    }
}
