package sekisho.server.json;

import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import sekisho.server.problem.ProblemCode;

/** A value that is a whole JSON number from {@code least} to {@code most}. */
public record NumberForm<T>(
        Class<T> type, long least, long most, long example, LongFunction<T> read, ToLongFunction<T> write)
        implements Form<T> {

    @Override
    public String description() {
        return "a whole number from " + least + " to " + most;
    }

    /**
     * Makes a value of a number.
     *
     * @throws BadValue if it is out of range
     */
    public T of(long number) {
        if (number < least || number > most) {
            throw outOfRange(number < least ? least : most);
        }
        return read.apply(number);
    }

    @Override
    public T parse(String text) {
        if (!text.matches("-?(0|[1-9][0-9]{0,18})")) {
            throw new BadValue(ProblemCode.MALFORMED_VALUE, "is not " + description());
        }
        try {
            return of(Long.parseLong(text));
        } catch (NumberFormatException tooLong) {
            throw outOfRange(text.startsWith("-") ? least : most);
        }
    }

    /** The refusal of a number beyond this bound. */
    BadValue outOfRange(long bound) {
        return new BadValue(ProblemCode.OUT_OF_RANGE, "is not " + description(), bound);
    }
}
