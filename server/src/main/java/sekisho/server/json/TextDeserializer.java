package sekisho.server.json;

import sekisho.server.problem.ProblemCode;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads values that are JSON strings. */
final class TextDeserializer<T> extends StdDeserializer<T> {
    private final TextForm<T> form;

    TextDeserializer(TextForm<T> form) {
        super(form.type());
        this.form = form;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw new BadField(parser, new BadValue(ProblemCode.WRONG_TYPE, "is not a string: " + form.description()));
        }
        try {
            return form.parse(parser.getString());
        } catch (BadValue bad) {
            throw new BadField(parser, bad);
        }
    }
}
