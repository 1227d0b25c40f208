package sekisho.bank.redirect;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * The claims of a document. What a claim should be and is not is an {@link IllegalArgumentException}, which the readers
 * turn into a refusal. Claims that nobody asks for are ignored: a later version of the protocol may have more.
 */
public record Claims(JsonNode document) {
    public Claims {
        // The mapper gives no null; an empty text is a node of its own kind.
        if (!document.isObject()) {
            document = tools.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        }
    }

    /**
     * The claims of a document that nobody signed.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Claims ofUnsigned(byte[] document) {
        return SignedDocument.unsigned(document);
    }

    public String text(String name) {
        return optionalText(name).orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }

    Optional<String> optionalText(String name) {
        JsonNode value = document.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw new IllegalArgumentException(name + " is not a text");
        }
        return Optional.of(value.stringValue());
    }

    public long number(String name) {
        JsonNode value = document.get(name);
        if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IllegalArgumentException(name + " is not a whole number");
        }
        return value.longValue();
    }

    Instant seconds(String name) {
        try {
            return Instant.ofEpochSecond(number(name));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(name + " is no time", e);
        }
    }

    Optional<Instant> optionalSeconds(String name) {
        return document.has(name) ? Optional.of(seconds(name)) : Optional.empty();
    }

    boolean flag(String name) {
        JsonNode value = document.get(name);
        if (value == null || !value.isBoolean()) {
            throw new IllegalArgumentException(name + " is not true or false");
        }
        return value.booleanValue();
    }

    /** A word of a list. */
    <T> T word(String name, Function<String, Optional<T>> words) {
        return words.apply(text(name)).orElseThrow(() -> new IllegalArgumentException(name + " is an unknown word"));
    }

    Optional<Claims> object(String name) {
        JsonNode value = document.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isObject()) {
            throw new IllegalArgumentException(name + " is not an object");
        }
        return Optional.of(new Claims(value));
    }

    /** The elements of a list of objects; none if it is not there. */
    public java.util.List<Claims> objects(String name) {
        JsonNode value = document.get(name);
        if (value == null) {
            return java.util.List.of();
        }
        if (!value.isArray() || !value.valueStream().allMatch(JsonNode::isObject)) {
            throw new IllegalArgumentException(name + " is not a list of objects");
        }
        return value.valueStream().map(Claims::new).toList();
    }

    /** The texts of a list; none if it is not there. */
    public java.util.List<String> texts(String name) {
        JsonNode value = document.get(name);
        if (value == null) {
            return java.util.List.of();
        }
        if (!value.isArray() || !value.valueStream().allMatch(JsonNode::isString)) {
            throw new IllegalArgumentException(name + " is not a list of texts");
        }
        return value.valueStream().map(JsonNode::stringValue).toList();
    }

    Set<String> names() {
        return new TreeSet<>(document.propertyNames());
    }
}
