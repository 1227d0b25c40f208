package sekisho.server.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times in words, in one language and zone: 24 hours, two digits. Immutable; any thread. */
public final class TimeWords {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Language language;
    private final ZoneId zone;

    public TimeWords(Language language, ZoneId zone) {
        this.language = language;
        this.zone = zone;
    }

    /** 11月24日（火）14:05 or Tue 24 Nov, 14:05. */
    public String full(Instant at) {
        return day(at) + (language == Language.JA ? "" : ", ") + clock(at);
    }

    /** 11/24 14:05 or 24 Nov, 14:05. */
    public String brief(Instant at) {
        return format(at, "M/d HH:mm", "d MMM, HH:mm");
    }

    /** 14:05. */
    public String clock(Instant at) {
        return CLOCK.format(at.atZone(zone));
    }

    /** 14:05:12. */
    public String seconds(Instant at) {
        return format(at, "HH:mm:ss", "HH:mm:ss");
    }

    /** 11月24日（火） or Tue 24 Nov. */
    public String day(Instant at) {
        return format(at, "M月d日（E）", "E d MMM");
    }

    /** 12/2 or 2 Dec. */
    public String shortDay(Instant at) {
        return format(at, "M/d", "d MMM");
    }

    /** 1990年4月1日 or 1 April 1990. */
    public String whole(LocalDate date) {
        return pattern("y年M月d日", "d MMMM y").format(date);
    }

    /** 11月 or November. */
    public String month(YearMonth month) {
        return pattern("M月", "MMMM").format(month);
    }

    /** 11月 or Nov. */
    public String shortMonth(YearMonth month) {
        return pattern("M月", "MMM").format(month);
    }

    /** 今日 12:18, or a short date. */
    public String recent(Instant at, Instant now, Words words) {
        return date(at).equals(date(now)) ? words.say("time.today", clock(at)) : brief(at);
    }

    /** What is left of a wait: 21時間 8分 or 21 h 8 min. Never by the second. */
    public String left(Duration wait, Words words) {
        long minutes = Math.max(1, wait.toMinutes());
        long hours = minutes / 60;
        if (hours >= 72) {
            return words.say("time.days", hours / 24);
        }
        return hours == 0 ? words.say("time.minutes", minutes) : words.say("time.hours-minutes", hours, minutes % 60);
    }

    public LocalDate date(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    public YearMonth yearMonth(Instant at) {
        return YearMonth.from(at.atZone(zone));
    }

    private String format(Instant at, String ja, String en) {
        ZonedDateTime local = at.atZone(zone);
        return pattern(ja, en).format(local);
    }

    private DateTimeFormatter pattern(String ja, String en) {
        return DateTimeFormatter.ofPattern(language == Language.JA ? ja : en, language.locale());
    }
}
