package sekisho.cli.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import sekisho.bank.description.AskStep;
import sekisho.bank.description.BankDescription;
import sekisho.banksimulator.profile.Ask;
import sekisho.banksimulator.profile.BankProfile;
import sekisho.banksimulator.profile.Telling;

/** A bank that does not exist does what its description says: one file decides about its pages and about what its links are worth. */
final class DescribedBank {
    private DescribedBank() {}

    /**
     * The bank's profile, changed to its description.
     *
     * @throws IllegalArgumentException if no fictional bank can do that; it says what
     */
    static BankProfile of(BankProfile profile, BankDescription description) {
        var tells = description.tells();
        return profile.linking(
                description.rail().word(),
                pages(description),
                new Telling(tells.channel().word(), tells.proof(), tells.contactChanges()),
                description.matches().attributes().stream()
                        .map(attribute -> attribute.word().replace('_', '-'))
                        .collect(Collectors.toSet()));
    }

    private static List<List<Ask>> pages(BankDescription description) {
        var pages = new ArrayList<List<Ask>>();
        for (AskStep step : description.asks()) {
            if (pages.size() < step.page()) {
                pages.add(new ArrayList<>());
            }
            String word = step.ask().word();
            pages.getLast()
                    .add(Ask.of(word)
                            .orElseThrow(() -> new IllegalArgumentException("no fictional bank can ask for " + word)));
        }
        return pages;
    }
}
