package sekisho.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Holds JSON against the document's schemas: the words of JSON Schema that the document uses, and no others. */
final class Shapes {
    private final ApiDocument document;

    Shapes(ApiDocument document) {
        this.document = document;
    }

    /** What does not fit, each with its place; empty: it fits. */
    List<String> faults(JsonNode schema, JsonNode value) {
        var faults = new ArrayList<String>();
        check(schema, value, "", faults);
        return faults;
    }

    private void check(JsonNode unresolved, JsonNode value, String where, List<String> faults) {
        JsonNode schema = document.resolve(unresolved);
        if (schema.has("oneOf")) {
            checkOneOf(schema, value, where, faults);
            return;
        }
        switch (schema.path("type").asString("")) {
            case "object" -> checkObject(schema, value, where, faults);
            case "array" -> {
                if (!value.isArray()) {
                    faults.add(where + " is no array");
                }
                for (int i = 0; i < value.size(); i++) {
                    check(schema.path("items"), value.get(i), where + "/" + i, faults);
                }
            }
            case "integer" -> checkInteger(schema, value, where, faults);
            case "boolean" -> {
                if (!value.isBoolean()) {
                    faults.add(where + " is no boolean");
                }
            }
            case "string" -> checkString(schema, value, where, faults);
            default -> faults.add(where + " has no type in the document");
        }
    }

    private void checkObject(JsonNode schema, JsonNode value, String where, List<String> faults) {
        if (!value.isObject()) {
            faults.add(where + " is no object");
            return;
        }
        schema.path("required").forEach(name -> {
            if (!value.has(name.asString())) {
                faults.add(where + "/" + name.asString() + " is missing");
            }
        });
        value.forEachEntry((name, member) -> {
            JsonNode property = schema.path("properties").path(name);
            if (property.isMissingNode()) {
                faults.add(where + "/" + name + " is not documented");
            } else {
                check(property, member, where + "/" + name, faults);
            }
        });
    }

    /** The alternatives have a member {@code type}, and the schema's example of it is the only value. */
    private void checkOneOf(JsonNode schema, JsonNode value, String where, List<String> faults) {
        String type = value.path("type").asString("");
        for (JsonNode alternative : schema.path("oneOf")) {
            if (document.resolve(alternative)
                    .at("/properties/type/example")
                    .asString("")
                    .equals(type)) {
                check(alternative, value, where, faults);
                return;
            }
        }
        faults.add(where + "/type is none of the documented ones: " + type);
    }

    private static void checkInteger(JsonNode schema, JsonNode value, String where, List<String> faults) {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            faults.add(where + " is no integer: " + value);
            return;
        }
        long number = value.asLong();
        boolean low = schema.has("minimum") && number < schema.path("minimum").asLong();
        boolean high = schema.has("maximum") && number > schema.path("maximum").asLong();
        if (low || high) {
            faults.add(where + " is outside its range: " + number);
        }
    }

    private static void checkString(JsonNode schema, JsonNode value, String where, List<String> faults) {
        if (!value.isString()) {
            faults.add(where + " is no string: " + value);
            return;
        }
        String text = value.asString();
        JsonNode words = schema.path("enum");
        if (!words.isMissingNode()
                && words.valueStream().noneMatch(word -> word.asString().equals(text))) {
            faults.add(where + " is none of the documented words: " + text);
        }
        if (schema.has("pattern")
                && !Pattern.compile(schema.path("pattern").asString())
                        .matcher(text)
                        .find()) {
            faults.add(where + " does not have its form: " + text);
        }
    }
}
