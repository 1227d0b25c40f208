package sekisho.formats.zengin;

import java.time.DateTimeException;
import java.time.MonthDay;
import sekisho.formats.Digits;

/** One record of a file, read from left to right; whatever does not fit is refused with its place. */
final class RecordReader {
    static final int LENGTH = 120;
    static final int EOF = 0x1A;

    private final String record;
    private final int line;
    private int at;

    /** A record of 120 bytes. */
    RecordReader(byte[] bytes, int from, int line) throws BadFile {
        var text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            char c = ZenginText.toChar(bytes[from + i]);
            if (!ZenginText.allows(c)) {
                throw new BadFile(FileRefusal.CHARACTER_NOT_ALLOWED, line, i + 1);
            }
            text.append(c);
        }
        record = text.toString();
        this.line = line;
    }

    char kind() {
        return record.charAt(0);
    }

    void skip(int length) {
        at += length;
    }

    /** Exactly this, or that refusal. */
    void fixed(String expected, FileRefusal otherwise) throws BadFile {
        if (!taken(expected.length()).equals(expected)) {
            throw bad(otherwise, expected.length());
        }
    }

    String digits(int length) throws BadFile {
        String digits = taken(length);
        if (!Digits.are(digits, length, length)) {
            throw bad(FileRefusal.NOT_DIGITS, length);
        }
        return digits;
    }

    long number(int length) throws BadFile {
        return Long.parseLong(digits(length));
    }

    /** A text without the blanks that fill it. */
    String text(int length) {
        return taken(length).replaceAll(" +$", "");
    }

    void blank(int length) throws BadFile {
        if (!taken(length).isBlank()) {
            throw bad(FileRefusal.NOT_BLANK, length);
        }
    }

    /** Whether the next field is empty; it stays the next. */
    boolean isBlank(int length) {
        return record.substring(at, at + length).isBlank();
    }

    char code(String allowed, FileRefusal otherwise) throws BadFile {
        char code = taken(1).charAt(0);
        if (allowed.indexOf(code) < 0) {
            throw bad(otherwise, 1);
        }
        return code;
    }

    String monthAndDay() throws BadFile {
        String date = digits(4);
        if (!isMonthAndDay(date)) {
            throw bad(FileRefusal.DATE_WRONG, 4);
        }
        return date;
    }

    /** That a number of the trailer is what the records say. */
    void total(long expected, int length) throws BadFile {
        if (number(length) != expected) {
            throw bad(FileRefusal.TOTAL_DIFFERS, length);
        }
    }

    /** A refusal at the field of so many bytes that was just read. */
    BadFile bad(FileRefusal reason, int length) {
        return new BadFile(reason, line, at - length + 1);
    }

    static boolean isMonthAndDay(String text) {
        if (!Digits.are(text, 4, 4)) {
            return false;
        }
        try {
            MonthDay.of(Integer.parseInt(text.substring(0, 2)), Integer.parseInt(text.substring(2)));
            return true;
        } catch (DateTimeException _) {
            return false; // 30 February.
        }
    }

    private String taken(int length) {
        String field = record.substring(at, at + length);
        at += length;
        return field;
    }
}
