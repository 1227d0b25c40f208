package sekisho.server.pages;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The texts of the pages in one language, by key. {@code {0}}, {@code {1}} … stand for what is said with them. A key that is
 * missing is a bug, and fails. Immutable; any thread.
 */
public final class Words {
    private static final Words JAPANESE = new Words("ja");
    private static final Words ENGLISH = new Words("en");

    private final Map<String, String> texts;

    private Words(String tag) {
        String file = "/messages_" + tag + ".properties";
        var properties = new Properties();
        try (var in = Words.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks " + file);
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        texts = properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
    }

    public static Words in(Language language) {
        return switch (language) {
            case JA -> JAPANESE;
            case EN -> ENGLISH;
        };
    }

    /** Every key there is. */
    public Set<String> keys() {
        return texts.keySet();
    }

    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /** The text of a key. */
    public String say(String key, Object... with) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("there is no text for " + key);
        }
        for (int i = 0; i < with.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(with[i]));
        }
        return text;
    }
}
