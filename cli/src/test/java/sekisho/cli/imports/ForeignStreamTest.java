package sekisho.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

final class ForeignStreamTest {
    @TempDir
    private Path folder;

    @Test
    void readsRowsInFileOrder() throws Exception {
        Rows rows = ForeignStream.read(Samples.PAYSIM, Format.PAYSIM).rows();
        assertThat(rows.count()).isEqualTo(10);
        assertThat(rows.action(2)).isEqualTo(Action.TRANSFER);
        assertThat(rows.amount(2)).isEqualTo(19_75);
        assertThat(rows.step(9)).isEqualTo(719);
        assertThat(rows.overdrafts().stream()).containsExactly(5, 8);
    }

    @Test
    void tellsNamesWithLeadingZerosApart() throws Exception {
        Accounts accounts = ForeignStream.read(Samples.PAYSIM, Format.PAYSIM).accounts();
        assertThat(names(accounts, Party.Kind.WALLET))
                .containsExactly("C0000000001", "C0000000002", "C1", "CC0000000003");
    }

    @Test
    void opensMerchantsOnlyForPayments() throws Exception {
        Accounts accounts = ForeignStream.read(Samples.PAYSIM, Format.PAYSIM).accounts();
        assertThat(names(accounts, Party.Kind.MERCHANT)).containsExactly("M0077", "M0078");
    }

    @Test
    void keepsFirstLowestAndLastPrintedBalance() throws Exception {
        Accounts accounts = ForeignStream.read(Samples.PAYSIM, Format.PAYSIM).accounts();
        int second = 2;
        assertThat(accounts.name(second)).isEqualTo("C0000000002");
        assertThat(accounts.first(second)).isEqualTo(10_00);
        assertThat(accounts.lowest(second)).isEqualTo(-15_25);
        assertThat(accounts.last(second)).isEqualTo(4_75);
    }

    @Test
    void readsNumbersAsAccountsAndOneDecimalInAmlsim() throws Exception {
        ForeignStream stream = ForeignStream.read(Samples.AMLSIM, Format.AMLSIM);
        assertThat(stream.rows().count()).isEqualTo(4);
        assertThat(stream.rows().amount(0)).isEqualTo(885_30);
        assertThat(names(stream.accounts(), Party.Kind.WALLET)).containsExactly("4376", "0", "23");
    }

    @Test
    void givesACompressedFileTheSameContentsAsThePlainOne() throws Exception {
        ForeignStream plain = ForeignStream.read(Samples.PAYSIM, Format.PAYSIM);
        ForeignStream compressed = ForeignStream.read(compressed(), Format.PAYSIM);
        assertThat(compressed.contents()).isEqualTo(plain.contents());
        assertThat(compressed.rows().count()).isEqualTo(plain.rows().count());
    }

    @Test
    void takesLinesThatEndInCarriageReturnAndLineFeed() throws Exception {
        Path file = folder.resolve("crlf.csv");
        Files.writeString(file, Files.readString(Samples.AMLSIM).replace("\n", "\r\n"));
        assertThat(ForeignStream.read(file, Format.AMLSIM).rows().count()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1,CASH_IN,1.00,C1,0.00,1.00,M1,0.00,0.00,0,0            | line 2: it has 11 columns instead of 12",
                "1,CASH_IN,1.00,C1,0.00,1.00,M1,0.00,0.00,0,0,0,9        | line 2: it has 13 columns instead of 12",
                "x,CASH_IN,1.00,C1,0.00,1.00,M1,0.00,0.00,0,0,0          | line 2, column step: \"x\" is not a whole number",
                "-1,CASH_IN,1.00,C1,0.00,1.00,M1,0.00,0.00,0,0,0         | line 2, column step: \"-1\" is not a whole number",
                "999999999,CASH_IN,1.00,C1,0.00,1.00,M1,0.00,0.00,0,0,0  | line 2, column step: \"999999999\" is not a whole number from 0 to 216000",
                "1,LOAN,1.00,C1,0.00,1.00,M1,0.00,0.00,0,0,0             | line 2, column action: \"LOAN\" is none of CASH_IN",
                "1,CASH_IN,-1.00,C1,0.00,1.00,M1,0.00,0.00,0,0,0         | line 2, column amount: \"-1.00\" is not positive",
                "1,CASH_IN,0.00,C1,0.00,1.00,M1,0.00,0.00,0,0,0          | line 2, column amount: \"0.00\" is not positive",
                "1,CASH_IN,1.005,C1,0.00,1.00,M1,0.00,0.00,0,0,0         | line 2, column amount: \"1.005\" has more than two decimals",
                "1,CASH_IN,one,C1,0.00,1.00,M1,0.00,0.00,0,0,0           | line 2, column amount: \"one\" is not a number",
                "1,CASH_IN,1.,C1,0.00,1.00,M1,0.00,0.00,0,0,0            | line 2, column amount: \"1.\" is not a number",
                "1,CASH_IN,,C1,0.00,1.00,M1,0.00,0.00,0,0,0              | line 2, column amount: \"\" is not a number",
                "1,CASH_IN,1E9,C1,0.00,1.00,M1,0.00,0.00,0,0,0           | line 2, column amount: \"1E9\" is not a number",
                "1,CASH_IN,90071992547409.92,C1,0.00,1.00,M1,0.00,0.00,0,0,0 | line 2, column amount: \"90071992547409.92\" is larger than 2^53-1",
                "1,CASH_IN,99999999999999999999,C1,0.00,1.00,M1,0.00,0.00,0,0,0 | column amount: \"99999999999999999999\" has too many digits",
                "1,CASH_IN,1.00,C1,0.00,--1.00,M1,0.00,0.00,0,0,0        | line 2, column newBalanceOrig: \"--1.00\" is not a number",
                "1,CASH_IN,1.00,M1,0.00,1.00,M1,0.00,0.00,0,0,0          | line 2, column nameOrig: \"M1\" acts",
                "1,CASH_IN,1.00,X1,0.00,1.00,M1,0.00,0.00,0,0,0          | line 2, column nameOrig: \"X1\" begins with none of C",
                "1,CASH_IN,1.00,,0.00,1.00,M1,0.00,0.00,0,0,0            | line 2, column nameOrig: \"\" is empty",
                "1,CASH_IN,1.00,C1x,0.00,1.00,M1,0.00,0.00,0,0,0         | line 2, column nameOrig: \"C1x\" does not name an account",
                "1,TRANSFER,1.00,C1,2.00,1.00,M1,0.00,0.00,0,0,0         | line 2, column nameDest: \"M1\" receives a transfer",
                "1,PAYMENT,1.00,C1,2.00,1.00,C2,0.00,0.00,0,0,0          | line 2, column nameDest: \"C2\" is paid",
                "1,CASH_IN,1.00,C1,0.00,1.00,M1,0.00,0.00,0,0,2          | line 2, column isUnauthorizedOverdraft: \"2\" is not a whole number from 0 to 1",
            })
    void refusesABadRowWithItsLineAndColumn(String row, String complaint) throws Exception {
        Path file = folder.resolve("bad.csv");
        Files.writeString(file, Format.PAYSIM.heading() + "\n" + row.strip() + "\n");
        assertThatThrownBy(() -> ForeignStream.read(file, Format.PAYSIM))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining(complaint.strip());
    }

    @Test
    void takesTheLargestAmount() throws Exception {
        Path file = folder.resolve("large.csv");
        Files.writeString(
                file,
                Format.PAYSIM.heading() + "\n1,CASH_IN,90071992547409.91,C1,0.00,90071992547409.91,M1,0,0,0,0,0\n");
        assertThat(ForeignStream.read(file, Format.PAYSIM).rows().amount(0)).isEqualTo((1L << 53) - 1);
    }

    @Test
    void pointsToTheOtherFormat() {
        assertThatThrownBy(() -> ForeignStream.read(Samples.AMLSIM, Format.PAYSIM))
                .hasMessageContaining("use --format amlsim");
    }

    @Test
    void refusesAFileThatIsNotThereOrAFolderOrEmpty() throws Exception {
        assertThatThrownBy(() -> ForeignStream.read(folder.resolve("none"), Format.PAYSIM))
                .hasMessageContaining("no such file");
        assertThatThrownBy(() -> ForeignStream.read(folder, Format.PAYSIM)).hasMessageContaining("folder");
        Path empty = Files.createFile(folder.resolve("empty"));
        assertThatThrownBy(() -> ForeignStream.read(empty, Format.PAYSIM)).hasMessageContaining("empty");
        Path heading = Files.writeString(folder.resolve("heading"), Format.PAYSIM.heading() + "\n");
        assertThatThrownBy(() -> ForeignStream.read(heading, Format.PAYSIM)).hasMessageContaining("no rows");
    }

    @Test
    void refusesWhatIsNotText() throws Exception {
        Path file = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xFF, 0, 1, 2});
        assertThatThrownBy(() -> ForeignStream.read(file, Format.PAYSIM)).hasMessageContaining("not ASCII text");
        Path endless = Files.writeString(folder.resolve("endless"), "a".repeat(5_000));
        assertThatThrownBy(() -> ForeignStream.read(endless, Format.PAYSIM)).hasMessageContaining("longer than");
    }

    @Test
    void refusesDamagedCompression() throws Exception {
        byte[] bytes = Files.readAllBytes(compressed());
        Path cut = Files.write(folder.resolve("cut.xz"), Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> ForeignStream.read(cut, Format.PAYSIM)).hasMessageContaining("damaged or cut off");
        bytes[bytes.length / 2] ^= 0x55;
        Path damaged = Files.write(folder.resolve("damaged.xz"), bytes);
        assertThatThrownBy(() -> ForeignStream.read(damaged, Format.PAYSIM)).isInstanceOf(BadFile.class);
    }

    private Path compressed() throws IOException {
        Path file = folder.resolve("sample.csv.xz");
        try (OutputStream out = new XZOutputStream(Files.newOutputStream(file), new LZMA2Options())) {
            out.write(Files.readString(Samples.PAYSIM).getBytes(StandardCharsets.US_ASCII));
        }
        return file;
    }

    private static List<String> names(Accounts accounts, Party.Kind kind) {
        return IntStream.range(0, accounts.count())
                .filter(i -> accounts.kind(i) == kind)
                .mapToObj(accounts::name)
                .toList();
    }
}
