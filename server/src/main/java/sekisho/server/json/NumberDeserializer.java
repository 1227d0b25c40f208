package sekisho.server.json;

import sekisho.server.problem.ProblemCode;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads values that are whole JSON numbers, written without point or exponent. */
final class NumberDeserializer<T> extends StdDeserializer<T> {
    private final NumberForm<T> form;

    NumberDeserializer(NumberForm<T> form) {
        super(form.type());
        this.form = form;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw new BadField(
                    parser,
                    new BadValue(
                            ProblemCode.WRONG_TYPE,
                            "is not a JSON number without point, exponent and quotes: " + form.description()));
        }
        try {
            return form.of(parser.getLongValue());
        } catch (InputCoercionException beyondLong) {
            throw new BadField(
                    parser, form.outOfRange(parser.getString().startsWith("-") ? form.least() : form.most()));
        } catch (BadValue bad) {
            throw new BadField(parser, bad);
        }
    }
}
