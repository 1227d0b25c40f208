package sekisho.simulation;

/** The engine did what it must not. The message names seed and step, what was expected and what came. */
public final class Violation extends RuntimeException {

    private static final long serialVersionUID = 1;

    Violation(String message) {
        super(message);
    }

    Violation(String message, Throwable cause) {
        super(message, cause);
    }
}
