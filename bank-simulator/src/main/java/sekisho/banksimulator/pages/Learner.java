package sekisho.banksimulator.pages;

import java.util.List;

/** A customer to practise with. */
public record Learner(String name, String device, List<KnownAnswer> known) {
    public Learner {
        known = List.copyOf(known);
    }
}
