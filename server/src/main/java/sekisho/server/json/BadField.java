package sekisho.server.json;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/** A bad value in a body: the reader adds where it stands. */
final class BadField extends MismatchedInputException {
    private static final long serialVersionUID = 1;

    private final BadValue value;

    BadField(JsonParser parser, BadValue value) {
        super(parser, value.getMessage());
        this.value = value;
    }

    BadValue value() {
        return value;
    }
}
