package sekisho.formats.zengin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DebitFilesTest {
    /** Length of a record of the sample with its CR LF. */
    private static final int LINE = 122;

    @Test
    void aFileHasTheLayoutThatBanksPublish() {
        String text = new String(Samples.request().bytes(), Charset.forName("Shift_JIS"));
        List<String> lines = text.lines().toList();
        assertThat(lines).hasSize(5).allSatisfy(line -> assertThat(line).hasSize(120));
        assertThat(lines.get(0))
                .isEqualTo("1910" + "0000012345" + "ｾｷｼﾖ(ｶ" + " ".repeat(34) + "0927" + "9991" + "ﾐﾎﾝ" + " ".repeat(12)
                        + "001" + "ﾎﾝﾃﾝ" + " ".repeat(11) + "1" + "1234567" + " ".repeat(17));
        assertThat(lines.get(1))
                .isEqualTo("2" + "9992" + "ﾀﾞﾐ-" + " ".repeat(11) + "002" + "ｴｷﾏｴ" + " ".repeat(11) + "    " + "1"
                        + "7654321" + "ﾐﾎﾝ ﾊﾅｺ" + " ".repeat(23) + "0000005000" + "1" + "00000000000000000042" + "0"
                        + " ".repeat(8));
        assertThat(lines.get(3))
                .isEqualTo("8" + "000002" + "010000004999" + "000000" + "000000000000" + "000000" + "000000000000"
                        + " ".repeat(65));
        assertThat(lines.get(4)).isEqualTo("9" + " ".repeat(119));
    }

    @Test
    void everyFileComesBackByteForByte() {
        long seed = 20_200_910;
        var random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            DebitFile file = Samples.random(random);
            byte[] bytes = file.bytes();
            Reading reading = DebitFiles.read(bytes, file.purpose(), file.stage());
            assertThat(reading).as("seed %d, file %d", seed, i).isEqualTo(new Reading.Read(file));
            assertThat(((Reading.Read) reading).file().bytes()).isEqualTo(bytes);
        }
    }

    /** The harder half: whatever is accepted after damage is the one way of writing what was read. */
    @Test
    void aDamagedFileIsRefusedOrWrittenAgainToTheSameBytes() {
        long seed = 20_200_911;
        var random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < 5_000; i++) {
            DebitFile file = Samples.random(random);
            byte[] bytes = file.bytes();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            switch (DebitFiles.read(bytes, file.purpose(), file.stage())) {
                case Reading.Read(DebitFile read) ->
                    assertThat(read.bytes()).as("seed %d, file %d", seed, i).isEqualTo(bytes);
                case Reading.Refused bad -> {
                    refused++;
                    assertThat(bad.line()).isBetween(1, file.entries().size() + 4);
                    assertThat(bad.column()).isBetween(0, 121);
                }
            }
        }
        assertThat(refused).isGreaterThan(2_000);
    }

    @ParameterizedTest
    @CsvSource({
        // line, column, what is put there, refusal, line and column of the refusal
        "1, 1, 3, KIND_UNKNOWN, 1, 1",
        "1, 1, 2, OUT_OF_ORDER, 1, 1",
        "1, 2, 21, TYPE_NOT_91, 1, 2",
        "1, 4, 1, CODE_NOT_JIS, 1, 4",
        "1, 5, A, NOT_DIGITS, 1, 5",
        "1, 15, a, CHARACTER_NOT_ALLOWED, 1, 15",
        "1, 55, 0230, DATE_WRONG, 1, 55",
        "1, 55, 1301, DATE_WRONG, 1, 55",
        "1, 59, ' ', NOT_DIGITS, 1, 59",
        "1, 96, 4, DEPOSIT_TYPE_UNKNOWN, 1, 96",
        "1, 97, X, NOT_DIGITS, 1, 97",
        "1, 110, X, NOT_BLANK, 1, 104",
        "2, 1, 9, OUT_OF_ORDER, 2, 1",
        "2, 2, ' ', NOT_DIGITS, 2, 2",
        "2, 39, 0000, NOT_BLANK, 2, 39",
        "2, 43, 0, DEPOSIT_TYPE_UNKNOWN, 2, 43",
        "2, 51, '                              ', NAME_MISSING, 2, 51",
        "2, 81, 0000000000, AMOUNT_ZERO, 2, 81",
        "2, 81, '      5000', NOT_DIGITS, 2, 81",
        "2, 90, 1, TOTAL_DIFFERS, 4, 8",
        "2, 91, 3, NOVELTY_UNKNOWN, 2, 91",
        "2, 112, 5, RESULT_UNKNOWN, 2, 112",
        "2, 112, 1, RESULT_IN_A_REQUEST, 2, 112",
        "2, 120, X, NOT_BLANK, 2, 113",
        "3, 1, 1, OUT_OF_ORDER, 3, 1",
        "4, 2, 000003, TOTAL_DIFFERS, 4, 2",
        "4, 19, 0, TOTAL_DIFFERS, 4, 8",
        "4, 20, 000001, TOTAL_DIFFERS, 4, 20",
        "4, 44, 000000000001, TOTAL_DIFFERS, 4, 44",
        "4, 56, 0, NOT_BLANK, 4, 56",
        "5, 1, 8, OUT_OF_ORDER, 5, 1",
        "5, 60, 0, NOT_BLANK, 5, 2",
    })
    void saysWhatIsWrongAndWhere(
            int line, int column, String put, FileRefusal reason, int refusedLine, int refusedColumn) {
        var text = new StringBuilder(Samples.latin(Samples.request()));
        int at = (line - 1) * LINE + column - 1;
        text.replace(at, at + put.length(), put);
        assertThat(read(text.toString())).isEqualTo(new Reading.Refused(reason, refusedLine, refusedColumn));
    }

    @Test
    void bytesThatAreNotZengins() {
        String text = Samples.latin(Samples.request());
        for (int bad : new int[] {0x00, 0x1F, 0x7F, 0x80, 0xA0, 0xA6, 0xA7, 0xAF, 0xB0, 0xE0, 0xFF, '"', '*', 'z'}) {
            var damaged = new StringBuilder(text);
            damaged.setCharAt(LINE + 55, (char) bad);
            assertThat(read(damaged.toString()))
                    .as("byte %02X", bad)
                    .isEqualTo(new Reading.Refused(FileRefusal.CHARACTER_NOT_ALLOWED, 2, 56));
        }
    }

    @Test
    void whatIsTooShortTooLongOrTooMuch() {
        String text = Samples.latin(Samples.request());
        assertThat(read("")).isEqualTo(new Reading.Refused(FileRefusal.EMPTY, 0, 0));
        assertThat(read(text.substring(0, 50))).isEqualTo(new Reading.Refused(FileRefusal.LENGTH_WRONG, 1, 51));
        assertThat(read(text.substring(0, 4 * LINE))).isEqualTo(new Reading.Refused(FileRefusal.END_MISSING, 5, 0));
        assertThat(read(text.substring(0, 4 * LINE) + "\u001A"))
                .isEqualTo(new Reading.Refused(FileRefusal.END_MISSING, 5, 0));
        assertThat(read(text + text)).isEqualTo(new Reading.Refused(FileRefusal.AFTER_THE_END, 6, 1));
        assertThat(read(text + "\u001A\u001A")).isEqualTo(new Reading.Refused(FileRefusal.AFTER_THE_END, 6, 1));
        assertThat(read(text.replaceFirst("\r\n", "")))
                .isEqualTo(new Reading.Refused(FileRefusal.CHARACTER_NOT_ALLOWED, 3, 1));
        assertThat(read(text.substring(0, LINE) + text.substring(LINE).replaceFirst("\r\n", "\n")))
                .isEqualTo(new Reading.Refused(FileRefusal.LENGTH_WRONG, 2, 121));
        assertThat(DebitFiles.read(new byte[DebitFiles.MOST_BYTES + 1], Purpose.DEBIT, Stage.REQUEST))
                .isEqualTo(new Reading.Refused(FileRefusal.TOO_LARGE, 0, 0));
    }

    @Test
    void aResultCountsWhatWasDoneAndWhatWasNot() {
        var file = new DebitFile(
                Purpose.DEBIT,
                Stage.RESULT,
                Samples.header(),
                List.of(
                        Samples.entry("ｱ", 100, DebitResult.DONE),
                        Samples.entry("ｲ", 20, DebitResult.INSUFFICIENT_FUNDS),
                        Samples.entry("ｳ", 3, DebitResult.DONE)),
                Samples.PLAIN);
        String trailer = Samples.latin(file).lines().toList().get(4);
        assertThat(trailer)
                .startsWith("8" + "000003" + "000000000123" + "000002" + "000000000103" + "000001" + "000000000020 ");
        String lying = Samples.latin(file).replace("000002" + "000000000103", "000003" + "000000000103");
        assertThat(DebitFiles.read(lying.getBytes(ISO_8859_1), Purpose.DEBIT, Stage.RESULT))
                .isEqualTo(new Reading.Refused(FileRefusal.TOTAL_DIFFERS, 5, 20));
    }

    @Test
    void aMandateMovesNoMoney() {
        byte[] debit = Samples.request().bytes();
        assertThat(DebitFiles.read(debit, Purpose.MANDATE, Stage.REQUEST))
                .isEqualTo(new Reading.Refused(FileRefusal.AMOUNT_NOT_ZERO, 2, 81));
        var mandate = new DebitFile(
                Purpose.MANDATE,
                Stage.RESULT,
                Samples.header(),
                List.of(Samples.entry("ｱ", 0, DebitResult.NO_SUCH_ACCOUNT)),
                Samples.PLAIN);
        assertThat(DebitFiles.read(mandate.bytes(), Purpose.MANDATE, Stage.RESULT))
                .isEqualTo(new Reading.Read(mandate));
        String neither = Samples.latin(mandate).replace("0000000000" + "1", "0000000000" + "0");
        assertThat(DebitFiles.read(neither.getBytes(ISO_8859_1), Purpose.MANDATE, Stage.RESULT))
                .isEqualTo(new Reading.Refused(FileRefusal.NOVELTY_WRONG, 2, 91));
    }

    @Test
    void constructorsRefuseWhatNoFileCanHold() {
        assertThatThrownBy(() -> Samples.entry("見本", 1, DebitResult.DONE)).hasMessageContaining("holder");
        assertThatThrownBy(() -> Samples.entry("ｱ ", 1, DebitResult.DONE)).hasMessageContaining("ends in a blank");
        assertThatThrownBy(() -> Samples.entry("ｱ".repeat(31), 1, DebitResult.DONE))
                .hasMessageContaining("30");
        assertThatThrownBy(() -> Samples.entry("ｱ", DebitEntry.MOST + 1, DebitResult.DONE))
                .hasMessageContaining("amount");
        var many = java.util.Collections.nCopies(101, Samples.entry("ｱ", DebitEntry.MOST, DebitResult.DONE));
        assertThatThrownBy(() -> new DebitFile(Purpose.DEBIT, Stage.REQUEST, Samples.header(), many, Samples.PLAIN))
                .hasMessageContaining("sum");
    }

    private static Reading read(String latin) {
        return DebitFiles.read(latin.getBytes(ISO_8859_1), Purpose.DEBIT, Stage.REQUEST);
    }
}
