package sekisho.formats.zengin;

import java.io.ByteArrayOutputStream;
import sekisho.formats.Digits;

/** Writes files: texts to the left and filled with blanks, numbers to the right and filled with zeros. */
final class FileWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private FileWriter() {}

    static byte[] write(DebitFile file) {
        var writer = new FileWriter();
        Ending.Line line = file.ending().line();
        writer.header(file.header());
        writer.end(line);
        for (DebitEntry entry : file.entries()) {
            writer.entry(entry);
            writer.end(line);
        }
        writer.trailer(file.totals());
        writer.end(line);
        writer.text("9", RecordReader.LENGTH);
        writer.end(line);
        if (file.ending().eof()) {
            writer.bytes.write(RecordReader.EOF);
        }
        return writer.bytes.toByteArray();
    }

    private void header(DebitHeader header) {
        text("1910", 4);
        text(header.collector(), 10);
        text(header.collectorName(), 40);
        text(header.monthAndDay(), 4);
        text(header.bank(), 4);
        text(header.bankName(), 15);
        text(header.branch(), 3);
        text(header.branchName(), 15);
        text(header.account(), 8);
        text("", 17);
    }

    private void entry(DebitEntry entry) {
        text("2", 1);
        text(entry.bank(), 4);
        text(entry.bankName(), 15);
        text(entry.branch(), 3);
        text(entry.branchName(), 15);
        text("", 4);
        text(String.valueOf(entry.type().code()), 1);
        text(entry.account(), 7);
        text(entry.holder(), 30);
        number(entry.amount(), 10);
        text(String.valueOf(entry.novelty().code()), 1);
        text(entry.customer(), 20);
        text(String.valueOf(entry.result().code()), 1);
        text("", 8);
    }

    private void trailer(Totals totals) {
        text("8", 1);
        number(totals.count(), 6);
        number(totals.sum(), 12);
        number(totals.doneCount(), 6);
        number(totals.doneSum(), 12);
        number(totals.undoneCount(), 6);
        number(totals.undoneSum(), 12);
        text("", 65);
    }

    private void number(long value, int length) {
        text(Digits.padded(Long.toString(value), length), length);
    }

    private void text(String text, int length) {
        for (int i = 0; i < length; i++) {
            bytes.write(i < text.length() ? ZenginText.toByte(text.charAt(i)) : ' ');
        }
    }

    private void end(Ending.Line line) {
        switch (line) {
            case NOTHING -> {}
            case CR_LF -> {
                bytes.write('\r');
                bytes.write('\n');
            }
            case LF -> bytes.write('\n');
        }
    }
}
