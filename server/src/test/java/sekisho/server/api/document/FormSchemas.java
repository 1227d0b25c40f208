package sekisho.server.api.document;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sekisho.server.api.NoBody;
import sekisho.server.json.Form;
import sekisho.server.json.Forms;
import sekisho.server.json.NumberForm;
import sekisho.server.json.TextForm;

/** Schemas from the same table from which values are read; what a record needs, from its types. */
final class FormSchemas implements ModelConverter {

    @Override
    public boolean isOpenapi31() {
        return true;
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Class<?> raw = Json.mapper().constructType(type.getType()).getRawClass();
        Form<?> form = Forms.of(raw);
        if (form != null) {
            return described(schema(form), type.getCtxAnnotations());
        }
        if (raw == NoBody.class) {
            Schema<?> nothing = DocumentConfiguration.ofType("object");
            nothing.setAdditionalProperties(false);
            return nothing;
        }
        Schema<?> resolved = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        if (resolved != null && raw.isRecord()) {
            closeRecord(raw, resolved, context);
        }
        return resolved;
    }

    /** The schema of a parameter's type; null if it has no form. */
    static @Nullable Schema<?> ofParameter(Class<?> type) {
        Form<?> form = Forms.of(type);
        if (form == null && type.isEnum()) {
            form = words(type);
        }
        return form == null ? null : schema(form);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the type is an enumeration's
    private static Form<?> words(Class<?> type) {
        return Forms.words((Class) type);
    }

    private static Schema<?> schema(Form<?> form) {
        return switch (form) {
            case TextForm<?> text -> text(text);
            case NumberForm<?> number -> number(number);
        };
    }

    private static Schema<?> text(TextForm<?> form) {
        var schema = new Schema<String>();
        schema.setTypes(new HashSet<>(Set.of("string")));
        schema.setType("string");
        schema.setExample(form.example());
        if (form.words().isEmpty()) {
            schema.setPattern(form.pattern());
        } else {
            schema.setEnum(form.words());
        }
        return schema;
    }

    private static Schema<?> number(NumberForm<?> form) {
        var schema = new Schema<Long>();
        schema.setTypes(new HashSet<>(Set.of("integer")));
        schema.setType("integer");
        schema.setFormat("int64");
        schema.setMinimum(BigDecimal.valueOf(form.least()));
        schema.setMaximum(BigDecimal.valueOf(form.most()));
        schema.setExample(form.example());
        return schema;
    }

    private static Schema<?> described(Schema<?> schema, Annotation @Nullable [] annotations) {
        for (Annotation annotation : annotations == null ? new Annotation[0] : annotations) {
            if (annotation instanceof io.swagger.v3.oas.annotations.media.Schema said
                    && !said.description().isEmpty()) {
                schema.setDescription(said.description());
            }
        }
        return schema;
    }

    /** All components but nullable ones are there, and there are no others. */
    private static void closeRecord(Class<?> raw, Schema<?> resolved, ModelConverterContext context) {
        String ref = resolved.get$ref();
        Schema<?> model =
                ref == null ? resolved : context.getDefinedModels().get(ref.substring(ref.lastIndexOf('/') + 1));
        if (model == null || model.getProperties() == null) {
            return;
        }
        List<String> required = Arrays.stream(raw.getRecordComponents())
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .filter(model.getProperties()::containsKey)
                .toList();
        model.setRequired(required.isEmpty() ? null : required);
        model.setAdditionalProperties(false);
    }
}
