package sekisho.server.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Makes the strict JSON mapper. */
public final class ApiJson {
    private static final int MOST_DEPTH = 8;
    private static final int LONGEST_TEXT = 8_192;
    private static final int LONGEST_NAME = 128;
    private static final int LONGEST_NUMBER = 64;

    private ApiJson() {}

    public static JsonMapper mapper() {
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(MOST_DEPTH)
                                .maxStringLength(LONGEST_TEXT)
                                .maxNameLength(LONGEST_NAME)
                                .maxNumberLength(LONGEST_NUMBER)
                                .build())
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfigDefaults(coercions -> {
                    for (CoercionInputShape shape : CoercionInputShape.values()) {
                        coercions.setCoercion(shape, CoercionAction.Fail);
                    }
                })
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .annotationIntrospector(
                        AnnotationIntrospector.pair(new RequiredUnlessNullable(), new JacksonAnnotationIntrospector()))
                .addModule(forms())
                .build();
    }

    private static SimpleModule forms() {
        var module = new SimpleModule("forms");
        Forms.all().forEach(form -> add(module, form));
        module.setDeserializerModifier(new NoNulls());
        return module;
    }

    private static <T> void add(SimpleModule module, Form<T> form) {
        switch (form) {
            case TextForm<T> text -> {
                module.addDeserializer(form.type(), new TextDeserializer<>(text));
                module.addSerializer(form.type(), new TextSerializer<>(text));
            }
            case NumberForm<T> number -> {
                module.addDeserializer(form.type(), new NumberDeserializer<>(number));
                module.addSerializer(form.type(), new NumberSerializer<>(number));
            }
        }
    }
}
