package sekisho.server.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sekisho.server.people.PersonId;

/**
 * What a page knows of the request that asked for it.
 *
 * @param zone in which times are shown
 * @param path that was asked for, without query
 * @param person who is signed in; null: nobody
 * @param proof against forged forms; asking for it begins a session
 */
public record Visit(
        Language language,
        Theme theme,
        ZoneId zone,
        Instant now,
        String path,
        @Nullable PersonId person,
        Supplier<String> proof,
        Assets assets) {

    public String say(String key, Object... with) {
        return words().say(key, with);
    }

    public Words words() {
        return Words.in(language);
    }

    public TimeWords times() {
        return new TimeWords(language, zone);
    }

    public String yen(long amount) {
        return MoneyWords.yen(amount);
    }

    public String signed(long amount) {
        return MoneyWords.signed(amount);
    }

    public String axis(long amount) {
        return MoneyWords.axis(amount, language);
    }

    /** How long from now. */
    public String left(Instant until) {
        return times().left(Duration.between(now, until), words());
    }

    public String recent(Instant at) {
        return times().recent(at, now, words());
    }

    /** The address of a file below {@code static}. */
    public String asset(String file) {
        return assets.address(file);
    }

    public boolean isAt(String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }

    /** For tests of templates, and for mails: no request, nobody signed in. */
    public static Visit none(Language language, ZoneId zone, Instant now, Assets assets) {
        return new Visit(language, Theme.AUTO, zone, now, "/", null, () -> "", assets);
    }
}
