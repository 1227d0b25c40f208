package sekisho.formats.zengin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads direct-debit files. Whatever is accepted is written again to the same bytes. */
public final class DebitFiles {

    /** Larger files are not looked at: 32 MiB, some 275,000 entries. */
    public static final int MOST_BYTES = 32 << 20;

    private DebitFiles() {}

    /**
     * Reads a file as what it is said to be: neither its purpose nor its stage is written in it.
     *
     * @return the file, or the first thing that is wrong and where
     */
    public static Reading read(byte[] bytes, Purpose purpose, Stage stage) {
        try {
            return new Reading.Read(readOrThrow(bytes, purpose, stage));
        } catch (BadFile bad) {
            return bad.refused();
        }
    }

    private static DebitFile readOrThrow(byte[] bytes, Purpose purpose, Stage stage) throws BadFile {
        if (bytes.length == 0) {
            throw new BadFile(FileRefusal.EMPTY, 0, 0);
        }
        if (bytes.length > MOST_BYTES) {
            throw new BadFile(FileRefusal.TOO_LARGE, 0, 0);
        }
        var lines = new Lines(bytes);
        DebitHeader header = header(lines.next('1'));
        var entries = new ArrayList<DebitEntry>();
        RecordReader record = lines.next('2', '8');
        while (record.kind() == '2') {
            if (entries.size() == DebitFile.MOST_ENTRIES) {
                throw new BadFile(FileRefusal.TOO_LARGE, lines.line(), 0);
            }
            entries.add(entry(record, purpose, stage));
            record = lines.next('2', '8');
        }
        trailer(record, stage, entries);
        RecordReader end = lines.next('9');
        end.skip(1);
        end.blank(RecordReader.LENGTH - 1);
        return new DebitFile(purpose, stage, header, entries, lines.ending());
    }

    private static DebitHeader header(RecordReader record) throws BadFile {
        record.skip(1);
        record.fixed("91", FileRefusal.TYPE_NOT_91);
        record.fixed("0", FileRefusal.CODE_NOT_JIS);
        String collector = record.digits(10);
        String name = record.text(40);
        String date = record.monthAndDay();
        String bank = record.digits(4);
        String bankName = record.text(15);
        String branch = record.digits(3);
        String branchName = record.text(15);
        String account = account(record);
        record.blank(17);
        return new DebitHeader(collector, name, date, bank, bankName, branch, branchName, account);
    }

    private static String account(RecordReader record) throws BadFile {
        if (record.isBlank(8)) {
            record.skip(8);
            return "";
        }
        return record.code("1239", FileRefusal.DEPOSIT_TYPE_UNKNOWN) + record.digits(7);
    }

    private static DebitEntry entry(RecordReader record, Purpose purpose, Stage stage) throws BadFile {
        record.skip(1);
        String bank = record.digits(4);
        String bankName = record.text(15);
        String branch = record.digits(3);
        String branchName = record.text(15);
        record.blank(4);
        char type = record.code("1239", FileRefusal.DEPOSIT_TYPE_UNKNOWN);
        String account = record.digits(7);
        String holder = record.text(30);
        if (holder.isBlank()) {
            throw record.bad(FileRefusal.NAME_MISSING, 30);
        }
        long amount = record.number(10);
        if (purpose == Purpose.DEBIT && amount == 0) {
            throw record.bad(FileRefusal.AMOUNT_ZERO, 10);
        }
        if (purpose == Purpose.MANDATE && amount != 0) {
            throw record.bad(FileRefusal.AMOUNT_NOT_ZERO, 10);
        }
        char novelty = record.code("012", FileRefusal.NOVELTY_UNKNOWN);
        if (purpose == Purpose.MANDATE && novelty == '0') {
            throw record.bad(FileRefusal.NOVELTY_WRONG, 1);
        }
        String customer = record.text(20);
        char result = record.code("0123489", FileRefusal.RESULT_UNKNOWN);
        if (stage == Stage.REQUEST && result != '0') {
            throw record.bad(FileRefusal.RESULT_IN_A_REQUEST, 1);
        }
        record.blank(8);
        return new DebitEntry(
                bank,
                bankName,
                branch,
                branchName,
                coded(DepositType.values(), DepositType::code, type),
                account,
                holder,
                amount,
                coded(Novelty.values(), Novelty::code, novelty),
                customer,
                coded(DebitResult.values(), DebitResult::code, result));
    }

    private static void trailer(RecordReader record, Stage stage, List<DebitEntry> entries) throws BadFile {
        Totals totals = Totals.of(stage, entries);
        record.skip(1);
        record.total(totals.count(), 6);
        record.total(totals.sum(), 12);
        record.total(totals.doneCount(), 6);
        record.total(totals.doneSum(), 12);
        record.total(totals.undoneCount(), 6);
        record.total(totals.undoneSum(), 12);
        record.blank(65);
    }

    private interface Code<T> {
        char of(T value);
    }

    /** The value with a code that was checked before. */
    private static <T> T coded(T[] values, Code<T> code, char wanted) {
        return Arrays.stream(values)
                .filter(value -> code.of(value) == wanted)
                .findFirst()
                .orElseThrow();
    }
}
