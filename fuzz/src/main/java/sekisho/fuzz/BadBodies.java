package sekisho.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Every way in which a right body can be made bad, by its schema. */
public final class BadBodies {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String UNKNOWN_16 = "00000000000000aa";
    private static final String UNKNOWN_32 = "000000000000000000000000000000aa";

    /** What stands for values that JSON trees cannot hold. */
    private static final String RAW = "@raw@";

    private final ApiDocument document;
    private final List<Bad> bodies = new ArrayList<>();

    private BadBodies(ApiDocument document) {
        this.document = document;
    }

    /** A body, and what is bad about it. */
    public record Bad(String what, String body) {}

    /** All bad bodies for a schema, made of a good one. */
    public static List<Bad> of(ApiDocument document, JsonNode schema, String good) {
        var bad = new BadBodies(document);
        bad.text(good);
        bad.object(schema, (ObjectNode) MAPPER.readTree(good), "", tree -> tree);
        return bad.bodies;
    }

    /** Puts a changed part into its place in the whole body. */
    private interface Whole {
        JsonNode with(JsonNode part);
    }

    private void text(String good) {
        add("no JSON", "nonsense");
        add("an open brace", "{");
        add("half", good.substring(0, good.length() - 1));
        add("two", good + good);
        add("a tail", good + "x");
        add("an array", "[" + good + "]");
        add("null", "null");
        add("a string", "\"x\"");
        add("a number", "5");
        add("a comma", good.replaceFirst("\\}$", ",}"));
        add("single quotes", "{'a':1}");
        add("too deep", "{\"a\":" + "[".repeat(2_000));
        add("a long text", "{\"a\":\"" + "x".repeat(20_000) + "\"}");
        add("oversized", good + " ".repeat(70_000));
    }

    private void object(JsonNode schema, ObjectNode good, String where, Whole whole) {
        add(
                where + " has an unknown field",
                whole.with(good.deepCopy().put("unknownField", 1)).toString());
        schema.path("properties").forEachEntry((name, property) -> {
            if (good.has(name)) {
                field(schema, good, where, name, whole);
            }
        });
    }

    private void field(JsonNode schema, ObjectNode good, String where, String name, Whole whole) {
        JsonNode property = document.resolve(schema.path("properties").path(name));
        String at = where + "/" + name;
        if (schema.path("required")
                .valueStream()
                .anyMatch(required -> required.asString().equals(name))) {
            ObjectNode without = good.deepCopy();
            without.remove(name);
            add(at + " is missing", whole.with(without).toString());
        }
        String pair = "\"" + name + "\":" + good.path(name);
        add(
                at + " stands twice",
                whole.with(good)
                        .toString()
                        .replaceFirst(
                                java.util.regex.Pattern.quote(pair),
                                java.util.regex.Matcher.quoteReplacement(pair + "," + pair)));
        raw(at, good, name, whole, "null", "{}", "[]", "\"\"", "[[]]", "1e400", "NaN", "\"\\ud800\"");
        switch (property.path("type").asString()) {
            case "integer" -> {
                raw(at, good, name, whole, "\"5000\"", "5e3", "5000.0", "0.5", "true", "-0.0", "1E2");
                raw(at, good, name, whole, "-9223372036854775809", "99999999999999999999999999");
                raw(at, good, name, whole, property.path("minimum").asLong() - 1 + "");
                raw(at, good, name, whole, property.path("maximum").asLong() + 1 + "");
            }
            case "boolean" -> raw(at, good, name, whole, "\"true\"", "0", "1", "\"\"");
            case "array" -> {
                raw(at, good, name, whole, "{}", "\"x\"", "5", "[null]", "[5]");
                elements(property, good, at, name, whole);
            }
            case "object" -> {
                raw(at, good, name, whole, "5", "true", "\"x\"");
                object(
                        property,
                        (ObjectNode) good.path(name),
                        at,
                        part -> whole.with(good.deepCopy().set(name, part)));
            }
            default -> {
                raw(at, good, name, whole, "5", "true", "5.5", "\"\\u0000\"", "\"" + "z".repeat(300) + "\"");
                unknown(at, good, name, whole);
            }
        }
    }

    private void elements(JsonNode property, ObjectNode good, String at, String name, Whole whole) {
        JsonNode item = document.resolve(property.path("items"));
        ArrayNode array = (ArrayNode) good.path(name);
        if (array.get(0) instanceof ObjectNode first) {
            object(item, first, at + "/0", part -> {
                ObjectNode changed = good.deepCopy();
                ((ArrayNode) changed.path(name)).set(0, part);
                return whole.with(changed);
            });
        }
    }

    /** Ids that nobody has. */
    private void unknown(String at, ObjectNode good, String name, Whole whole) {
        String value = good.path(name).asString();
        Map<Integer, String> unknown = Map.of(16, UNKNOWN_16, 32, UNKNOWN_32, 4, "9998", 3, "QQQ");
        boolean isId = value.matches("[0-9a-f]{16}|[0-9a-f]{32}|[0-9]{4}");
        boolean isCurrency = name.equals("currency") && !good.has("exponent") && !good.has("tier");
        // A bank that is registered and an account that a bank names are new to us: no id of them is wrong.
        boolean mayBeNew = at.equals("/bank") || at.equals("/account");
        if ((isId && !good.has("reverses") && !mayBeNew) || isCurrency) {
            raw(at, good, name, whole, "\"" + unknown.get(value.length()) + "\"");
        }
    }

    private void raw(String at, ObjectNode good, String name, Whole whole, String... values) {
        for (String value : values) {
            String changed = whole.with(good.deepCopy().put(name, RAW)).toString();
            add(at + " is " + value, changed.replace("\"" + RAW + "\"", value));
        }
    }

    private void add(String what, String body) {
        bodies.add(new Bad(what, body));
    }
}
