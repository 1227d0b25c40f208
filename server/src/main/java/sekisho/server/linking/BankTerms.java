package sekisho.server.linking;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sekisho.bank.description.BankDescription;
import sekisho.bank.description.Bounds;
import sekisho.bank.description.Strength;
import sekisho.bank.description.Telling;
import sekisho.protocol.LinkStrength;
import sekisho.protocol.TrustCommand.SetRung;
import sekisho.server.founding.Ladder;
import sekisho.server.pages.Visit;

/**
 * What a customer is shown of a bank's description before the way there: all of it follows from the file in force.
 *
 * @param asks a sentence for each page of the bank, or each step without a browser
 * @param strength how sure a link is of its holder, 0 to 4
 * @param word the name of that in the names of texts
 * @param told how the holder hears of it
 * @param once most of one top-up
 * @param objection how long the holder may object; empty: no time is set
 * @param ladder what may be topped up, by the link's age
 */
public record BankTerms(
        List<String> asks, int strength, String word, String told, String once, String objection, List<Rung> ladder) {

    /** From when on how much: words and yen. */
    public record Rung(String from, String in24Hours, String in30Days) {}

    static BankTerms of(Visit visit, BankDescription description) {
        LinkStrength strength = Strength.of(description);
        boolean code = description.tells().channel() == Telling.Channel.NONE && description.depositCode();
        return new BankTerms(
                asks(visit, description),
                strength.code(),
                strength.name().toLowerCase(Locale.ROOT),
                visit.say("terms.told."
                        + (code ? "code" : description.tells().channel().word())),
                visit.yen(description.bounds().once()),
                description.objection().isZero() ? "" : visit.times().left(description.objection(), visit.words()),
                ladder(visit, Ladder.of(strength), description.bounds()));
    }

    /** A rung that changes nothing is none. */
    private static List<Rung> ladder(Visit visit, List<SetRung> rungs, Bounds bounds) {
        boolean silence = rungs.stream().anyMatch(rung -> !rung.confirmed());
        var ladder = new ArrayList<Rung>();
        for (SetRung rung : rungs) {
            String day = visit.yen(Math.min(rung.in24Hours(), bounds.in24Hours()));
            String month = visit.yen(Math.min(rung.in30Days(), bounds.in30Days()));
            boolean same = !ladder.isEmpty()
                    && ladder.getLast().in24Hours().equals(day)
                    && ladder.getLast().in30Days().equals(month);
            if (!same) {
                ladder.add(new Rung(from(visit, silence && rung.confirmed(), rung.ageMillis()), day, month));
            }
        }
        return List.copyOf(ladder);
    }

    private static List<String> asks(Visit visit, BankDescription description) {
        var pages = new ArrayList<List<String>>();
        description.asks().forEach(step -> {
            if (pages.size() < step.page()) {
                pages.add(new ArrayList<>());
            }
            pages.getLast().add(visit.say("asks." + step.ask().word()));
        });
        String and = visit.say("asks.and");
        return pages.stream()
                .map(page -> String.join(and, page))
                .map(page -> page.substring(0, 1).toUpperCase(Locale.ROOT) + page.substring(1))
                .toList();
    }

    private static String from(Visit visit, boolean confirmed, long age) {
        long days = Duration.ofMillis(age).toDays();
        String which = days == 0 ? ".now" : days == 1 ? ".one" : "";
        return visit.say("terms.from" + (confirmed ? ".confirmed" : "") + which, days);
    }
}
