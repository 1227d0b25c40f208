package sekisho.banksimulator.books;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The linkings in a bank's books, and what was said of them. Owner: the holder of the books' lock. */
final class Linkings {
    private final Map<String, Linking> linkings = new LinkedHashMap<>();
    /** The latest of each link of an operator: who links again is asked about that one alone. */
    private final Map<String, String> latest = new HashMap<>();

    private final Map<String, List<Said>> said = new HashMap<>();

    void give(Linking linking) {
        String former = latest.put(name(linking), linking.id());
        Linking before = former == null ? null : linkings.get(former);
        // Whoever is identified again gets no new mandate: the old one goes on.
        linkings.put(
                linking.id(), linking.mandate() == null && before != null ? linking.under(before.mandate()) : linking);
    }

    void say(String id, long at, StatementPurpose purpose, StatementAnswer answer) {
        Linking linking = linkings.get(id);
        if (linking == null) {
            throw new IllegalStateException("a fact speaks of a linking that there never was");
        }
        List<Said> before = said.computeIfAbsent(linking.operator(), _ -> new ArrayList<>());
        before.add(new Said(before.size() + 1, at, linking, purpose, answer));
        if (purpose == StatementPurpose.CONSENT) {
            linkings.put(id, linking.answered(answer));
        }
    }

    /** Whether the holder can still say this: yes once, no once and for all. */
    boolean takes(String id, StatementAnswer answer) {
        Linking linking = linkings.get(id);
        return linking != null
                && id.equals(latest.get(name(linking)))
                && (linking.answer() == null
                        || (linking.answer() == StatementAnswer.CONFIRMED && answer == StatementAnswer.OBJECTED));
    }

    /** Linkings of an account, oldest first; only the latest of each link. */
    List<Linking> of(String account) {
        return linkings.values().stream()
                .filter(linking -> linking.account().equals(account))
                .filter(linking -> linking.id().equals(latest.get(name(linking))))
                .toList();
    }

    Optional<Linking> latest(String operator, String book, String link) {
        return Optional.ofNullable(latest.get(operator + " " + book + " " + link))
                .map(linkings::get);
    }

    /** What was said to an operator behind a number, at most so much. */
    List<Said> saidAfter(String operator, long number, int atMost) {
        return said.getOrDefault(operator, List.of()).stream()
                .skip(Math.max(0, number))
                .limit(atMost)
                .toList();
    }

    private static String name(Linking linking) {
        return linking.operator() + " " + linking.terms().book() + " "
                + linking.terms().link();
    }
}
