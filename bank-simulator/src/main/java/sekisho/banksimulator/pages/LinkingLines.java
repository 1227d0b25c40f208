package sekisho.banksimulator.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import sekisho.banksimulator.books.Linking;
import sekisho.banksimulator.books.Mandate;
import sekisho.banksimulator.books.StatementAnswer;

/** What a holder sees of the wallets that were linked to their account, and what they may say of each. */
final class LinkingLines {
    private final Reception reception;

    LinkingLines(Reception reception) {
        this.reception = reception;
    }

    /** The latest first. */
    List<LinkingLine> of(Office office, Stage.Inside inside, Words words) {
        return office.books().linkings(inside.customer().accounts().getFirst().token()).stream()
                .sorted(Comparator.comparingLong(Linking::since).reversed())
                .map(linking -> line(office, inside, linking, words))
                .toList();
    }

    /** How many wait for the holder's answer. */
    long pending(Office office, Stage.Inside inside) {
        return office.books().linkings(inside.customer().accounts().getFirst().token()).stream()
                .filter(linking -> linking.answer() == null && isInForce(office, linking))
                .count();
    }

    /**
     * Whether a yes counts. A thief who knows what a weak bank asks could say it too: so it takes a sign-in with two kinds
     * of proof, or the key that came with the notice; and never contact data that are young themselves.
     */
    boolean mayConfirm(Office office, Stage.Inside inside, Linking linking) {
        return !linking.young()
                && (office.profile().twoFactor() || inside.errand().follows(office, linking));
    }

    private LinkingLine line(Office office, Stage.Inside inside, Linking linking, Words words) {
        boolean inForce = isInForce(office, linking);
        boolean asked = inForce && linking.answer() == null;
        boolean may = mayConfirm(office, inside, linking);
        String hint = linking.young() ? "linkings.young" : "linkings.follow";
        return new LinkingLine(
                linking.id(),
                reception
                        .operator(linking.operator())
                        .flatMap(one -> Optional.ofNullable(one.redirect()))
                        .map(redirect -> words.say(redirect.shownAs()))
                        .orElse(linking.operator()),
                words.say("linkings.since", words.day(linking.since()), words.time(linking.since())),
                state(linking, inForce, words),
                asked && may,
                inForce && linking.answer() != StatementAnswer.OBJECTED,
                asked && !may ? words.say(hint) : "");
    }

    private static String state(Linking linking, boolean inForce, Words words) {
        StatementAnswer answer = linking.answer();
        if (answer != null) {
            return words.say("linkings.answer." + answer.name().toLowerCase(java.util.Locale.ROOT));
        }
        return inForce ? "" : words.say("linkings.ended");
    }

    private static boolean isInForce(Office office, Linking linking) {
        String mandate = linking.mandate();
        return mandate == null
                || office.books().mandate(mandate).map(Mandate::end).isEmpty();
    }
}
