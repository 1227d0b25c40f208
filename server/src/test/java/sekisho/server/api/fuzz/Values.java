package sekisho.server.api.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;

/**
 * Makes values by their schemas: mostly right ones, some at the edge, some hostile. What the server gave out comes back
 * again. Owner: one thread.
 */
final class Values {
    private static final int MOST_REMEMBERED = 200;
    private static final List<String> HOSTILE = List.of(
            "",
            " ",
            "null",
            "\\u0000",
            "'; drop table access.clients; --",
            "../../etc/passwd",
            "%00",
            "<script>",
            "${jndi:ldap://x}",
            "٣٤",
            "\\ud800",
            "9".repeat(400),
            "x".repeat(9_000));
    private static final List<String> HOSTILE_JSON = List.of(
            "null",
            "true",
            "-1",
            "0",
            "5e3",
            "5.0",
            "\"5\"",
            "1e400",
            "9007199254740992",
            "-9223372036854775808",
            "99999999999999999999999999999",
            "[]",
            "{}",
            "[[[[[[[[[[[[]]]]]]]]]]]]",
            "{\"a\":1}",
            "\"\"",
            "\"\\u0000\"");

    private final ApiDocument document;
    private final SplittableRandom random;
    private final List<String> remembered = new ArrayList<>();

    Values(ApiDocument document, SplittableRandom random) {
        this.document = document;
        this.random = random;
    }

    /** Something the server gave out: an id. */
    void remember(String id) {
        if (remembered.size() < MOST_REMEMBERED) {
            remembered.add(id);
        } else {
            remembered.set(random.nextInt(MOST_REMEMBERED), id);
        }
    }

    /** With a chance of one in so many. */
    boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    /** A text that is hardly what is wanted. */
    String hostile() {
        return HOSTILE.get(random.nextInt(HOSTILE.size()));
    }

    /** A value as JSON. */
    String json(JsonNode unresolved) {
        JsonNode schema = document.resolve(unresolved);
        if (oneIn(40)) {
            return HOSTILE_JSON.get(random.nextInt(HOSTILE_JSON.size()));
        }
        return switch (schema.path("type").asString("")) {
            case "object" -> object(schema);
            case "array" -> array(schema);
            case "integer" -> Long.toString(number(schema));
            case "boolean" -> Boolean.toString(random.nextBoolean());
            default -> "\"" + text(schema) + "\"";
        };
    }

    /** A value as it stands in an address. */
    String text(JsonNode schema) {
        if (oneIn(40)) {
            return hostile();
        }
        if (schema.path("type").asString("").equals("integer")) {
            return Long.toString(number(schema));
        }
        JsonNode words = schema.path("enum");
        if (!words.isMissingNode()) {
            return words.get(random.nextInt(words.size())).asString();
        }
        String example = schema.path("example").asString("x");
        return random.nextInt(10) < 8 ? known(example) : scrambled(example);
    }

    private String object(JsonNode schema) {
        var members = new ArrayList<String>();
        var required =
                schema.path("required").valueStream().map(JsonNode::asString).toList();
        schema.path("properties").forEachEntry((name, property) -> {
            boolean wanted = required.contains(name) ? !oneIn(60) : random.nextInt(3) == 0;
            if (wanted) {
                String member = "\"" + name + "\":" + json(property);
                members.add(member);
                if (oneIn(150)) {
                    members.add(member);
                }
            }
        });
        if (oneIn(60)) {
            members.add("\"extra\":1");
        }
        return "{" + String.join(",", members) + "}";
    }

    private String array(JsonNode schema) {
        int least = schema.path("minItems").asInt(0);
        int count = oneIn(20) ? random.nextInt(20) : Math.max(least, random.nextInt(least, least + 2));
        var elements = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            elements.add(json(schema.path("items")));
        }
        return "[" + String.join(",", elements) + "]";
    }

    private long number(JsonNode schema) {
        long least = schema.path("minimum").asLong(0);
        long most = schema.path("maximum").asLong(Long.MAX_VALUE);
        return switch (random.nextInt(20)) {
            case 0 -> least;
            case 1 -> most;
            case 2 -> least - 1;
            case 3 -> most == Long.MAX_VALUE ? most : most + 1;
            case 4 -> most > least ? random.nextLong(least, most) : least;
            default -> Math.max(least, Math.min(most, random.nextLong(1, 1_000)));
        };
    }

    /** Something remembered that looks like the example; the example itself if there is none. */
    private String known(String example) {
        for (int tries = 0; tries < 12 && !remembered.isEmpty(); tries++) {
            String candidate = remembered.get(random.nextInt(remembered.size()));
            boolean alike = candidate.length() >= 16
                    || Character.isLetter(candidate.charAt(0)) == Character.isLetter(example.charAt(0));
            if (candidate.length() == example.length() && alike) {
                return candidate;
            }
        }
        return example;
    }

    /** The example with other digits and letters. */
    private String scrambled(String example) {
        var text = new StringBuilder(example);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                text.setCharAt(i, (char) ('0' + random.nextInt(10)));
            } else if (c >= 'a' && c <= 'f') {
                text.setCharAt(i, (char) ('a' + random.nextInt(6)));
            }
        }
        return text.toString();
    }
}
