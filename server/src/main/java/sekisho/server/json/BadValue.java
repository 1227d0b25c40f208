package sekisho.server.json;

import org.jspecify.annotations.Nullable;
import sekisho.server.problem.Problem;
import sekisho.server.problem.ProblemCode;

/** A value does not have its form. An answer, not a fault of the program: it has no stack trace. */
public final class BadValue extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final ProblemCode code;
    private final String predicate;
    private final @Nullable Long bound;

    /** A refusal whose predicate says what is wrong, as in "is not a number". */
    BadValue(ProblemCode code, String predicate) {
        super(predicate);
        this.code = code;
        this.predicate = predicate;
        this.bound = null;
    }

    /** A refusal that names a bound. */
    BadValue(ProblemCode code, String predicate, long bound) {
        super(predicate);
        this.code = code;
        this.predicate = predicate;
        this.bound = bound;
    }

    /** The problem, at the field with the value. */
    public Problem at(String field) {
        var problem = code.because(field + " " + predicate + ".").at(field);
        return bound == null ? problem : problem.withBound(bound);
    }

    /** There is no use in where it was made. */
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
