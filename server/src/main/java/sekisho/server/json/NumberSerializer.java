package sekisho.server.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes values as whole JSON numbers. */
final class NumberSerializer<T> extends StdSerializer<T> {
    private final NumberForm<T> form;

    NumberSerializer(NumberForm<T> form) {
        super(form.type());
        this.form = form;
    }

    @Override
    public void serialize(T value, JsonGenerator generator, SerializationContext context) {
        generator.writeNumber(form.write().applyAsLong(value));
    }
}
