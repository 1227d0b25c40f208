package sekisho.banksimulator.books;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The mandates in a bank's books. Owner: the holder of the books' lock. */
final class Mandates {
    private final Map<String, Mandate> mandates = new LinkedHashMap<>();
    private final Map<String, List<String>> ended = new HashMap<>();

    @Nullable
    Mandate get(String token) {
        return mandates.get(token);
    }

    void give(Mandate mandate) {
        mandates.put(mandate.token(), mandate);
    }

    void end(String token, long at, EndedBy by) {
        Mandate mandate = mandates.get(token);
        if (mandate == null) {
            throw new IllegalStateException("a fact speaks of a mandate that was never given");
        }
        List<String> before = ended.computeIfAbsent(mandate.operator(), _ -> new ArrayList<>());
        before.add(token);
        mandates.put(
                token,
                new Mandate(
                        token,
                        mandate.account(),
                        mandate.operator(),
                        mandate.reference(),
                        mandate.since(),
                        new Mandate.End(before.size(), at, by)));
    }

    /** Mandates on an account, oldest first. */
    List<Mandate> of(String account) {
        return mandates.values().stream()
                .filter(mandate -> mandate.account().equals(account))
                .toList();
    }

    /** An operator's ended mandates behind a number, at most so many. */
    List<Mandate> endedAfter(String operator, long number, int atMost) {
        return ended.getOrDefault(operator, List.of()).stream()
                .skip(Math.max(0, number))
                .limit(atMost)
                .map(token -> {
                    Mandate mandate = mandates.get(token);
                    if (mandate == null) {
                        throw new IllegalStateException("an ended mandate is not in the books");
                    }
                    return mandate;
                })
                .toList();
    }
}
