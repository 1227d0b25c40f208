package sekisho.banksimulator.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;
import sekisho.banksimulator.profile.Named;

/** The words of the pages in one language; a word that is missing is an error, not a blank. Immutable. */
public final class Words {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final DateTimeFormatter DAY_JA = DateTimeFormatter.ofPattern("yyyy/MM/dd");
    private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    static final Words JAPANESE = new Words(false, "words_ja.properties");
    static final Words ENGLISH = new Words(true, "words_en.properties");

    private final boolean english;
    private final Properties texts = new Properties();

    private Words(boolean english, String resource) {
        this.english = english;
        var stream = Words.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException(resource + " is not beside its class");
        }
        try (var reader = new InputStreamReader(stream, UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a key, with {0}, {1} and so on replaced. */
    public String say(String key, Object... values) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("there are no words for " + key);
        }
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    public String say(Named named) {
        return named.in(english);
    }

    public boolean english() {
        return english;
    }

    /** ja or en. */
    public String language() {
        return english ? "en" : "ja";
    }

    /** 12,345円, or 12,345 yen: the words of banks. */
    public String yen(long amount) {
        return say("yen", "%,d".formatted(amount).replace('-', '−'));
    }

    public String day(long millis) {
        return (english ? DAY_EN : DAY_JA).format(Instant.ofEpochMilli(millis).atZone(JAPAN));
    }

    public String time(long millis) {
        return TIME.format(Instant.ofEpochMilli(millis).atZone(JAPAN));
    }

    java.util.Set<String> keys() {
        return texts.stringPropertyNames();
    }
}
