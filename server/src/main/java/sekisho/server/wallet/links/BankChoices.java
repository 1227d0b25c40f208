package sekisho.server.wallet.links;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import sekisho.formats.directory.BankDirectory;
import sekisho.server.history.BankState;
import sekisho.server.history.BankStates;
import sekisho.server.history.SwitchState;
import sekisho.server.identity.MaskedName;
import sekisho.server.linking.SupportedBank;
import sekisho.server.linking.SupportedBanks;
import sekisho.server.pages.Language;
import sekisho.server.pages.Visit;
import sekisho.server.wallet.BankNames;

/** Finds banks by name, kana or code: first those that can be chosen, then others, which say why they cannot. Any thread. */
public final class BankChoices {
    private static final int MOST = 40;
    private static final int MOST_OTHERS = 12;

    private final SupportedBanks supported;
    private final BankStates states;

    public BankChoices(SupportedBanks supported, BankStates states) {
        this.supported = supported;
        this.states = states;
    }

    /** Those that a text finds; all that can be chosen for an empty one. */
    public List<BankChoice> search(Visit visit, String text) {
        String wanted = key(text);
        var found = new ArrayList<BankChoice>();
        Set<String> listed = new HashSet<>();
        for (SupportedBank bank : supported.all()) {
            listed.add(BankNames.code(bank.bank()));
            if (found.size() < MOST && matches(bank, wanted)) {
                found.add(choice(visit, bank));
            }
        }
        found.sort(java.util.Comparator.comparing(BankChoice::possible).reversed());
        if (!wanted.isEmpty()) {
            BankDirectory.zengin().search(text, MOST_OTHERS).stream()
                    .filter(bank -> !listed.contains(bank.code()))
                    .map(bank -> new BankChoice(
                            bank.code(),
                            BankNames.called(bank, visit.language()),
                            MaskedName.initial(bank.name()),
                            visit.say("banks.unsupported"),
                            false))
                    .forEach(found::add);
        }
        return found;
    }

    private BankChoice choice(Visit visit, SupportedBank bank) {
        Optional<SwitchState> links = states.find(bank.bank()).map(BankState::links);
        boolean open = links.map(SwitchState::open).orElse(false);
        String text = open
                ? way(visit, bank)
                : links.map(shut -> visit.say("banks.stopped", visit.times().brief(shut.changedAt())))
                        .orElse(visit.say("banks.unsupported"));
        return new BankChoice(
                BankNames.code(bank.bank()),
                BankNames.called(bank, visit.language()),
                MaskedName.initial(BankNames.called(bank, Language.JA)),
                text,
                open);
    }

    private static String way(Visit visit, SupportedBank bank) {
        return bank.byBrowser() ? visit.say("banks.minutes", bank.minutes()) : visit.say("banks.way." + bank.way());
    }

    private static boolean matches(SupportedBank bank, String wanted) {
        return wanted.isEmpty()
                || BankNames.code(bank.bank()).startsWith(wanted)
                || key(bank.nameJa()).contains(wanted)
                || key(bank.nameEn()).contains(wanted)
                || key(bank.kana()).contains(wanted);
    }

    /** Small Latin letters, full-width katakana, half-width digits. */
    private static String key(String text) {
        String normal = java.text.Normalizer.normalize(text.strip(), java.text.Normalizer.Form.NFKC);
        var key = new StringBuilder();
        normal.toLowerCase(Locale.ROOT)
                .chars()
                .map(c -> c >= 'ぁ' && c <= 'ゖ' ? c + ('ァ' - 'ぁ') : c)
                .forEach(c -> key.append((char) c));
        return key.toString();
    }
}
