package sekisho.banksimulator.pages;

import java.util.List;
import java.util.Set;
import sekisho.banksimulator.customers.Identification;
import sekisho.banksimulator.profile.Ask;
import sekisho.banksimulator.profile.BankProfile;

/**
 * A field of a form.
 *
 * @param hint what helps to fill it in; may be empty
 * @param error what is wrong with what was typed; empty: nothing
 * @param options among which one is chosen; none: it is typed
 */
public record AskField(
        Ask ask, String label, String hint, String error, String type, String autocomplete, List<Option> options) {
    public AskField {
        options = List.copyOf(options);
    }

    /** Something to choose. */
    public record Option(String value, String label) {}

    public String name() {
        return ask.word();
    }

    /** Wide boxes for codes that were just read somewhere else. */
    public boolean isCode() {
        return ask.dynamic();
    }

    /** What the hint and the error are called for screen readers; empty: there are none. */
    public String describedBy() {
        String both = (hint.isEmpty() ? "" : name() + "-hint ") + (error.isEmpty() ? "" : name() + "-error");
        return both.strip();
    }

    static List<AskField> of(Identification identification, Set<Ask> wrong, BankProfile bank, Words words) {
        return identification.asks().stream()
                .filter(ask -> !ask.elsewhere())
                .map(ask -> of(ask, identification, wrong.contains(ask), bank, words))
                .toList();
    }

    private static AskField of(Ask ask, Identification identification, boolean wrong, BankProfile bank, Words words) {
        String key = "ask." + ask.word();
        var options = ask == Ask.BRANCH
                ? bank.branches().stream()
                        .map(branch -> new Option(branch.code(), branch.code() + " " + words.say(branch.name())))
                        .toList()
                : List.<Option>of();
        String hint = ask == Ask.GRID_CARD
                ? words.say(
                        key + ".hint",
                        identification.cardFields().getFirst(),
                        identification.cardFields().getLast())
                : words.say(key + ".hint");
        return new AskField(
                ask,
                words.say(key, words.say(bank.name())),
                hint,
                wrong ? words.say(key + ".error") : "",
                ask.hidden() ? "password" : ask == Ask.BIRTH_DATE ? "date" : "text",
                ask == Ask.SMS_CODE ? "one-time-code" : "off",
                options);
    }
}
