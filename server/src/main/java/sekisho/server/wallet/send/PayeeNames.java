package sekisho.server.wallet.send;

import java.util.Map;
import sekisho.formats.matching.Attribute;
import sekisho.server.identity.Evidences;
import sekisho.server.identity.MaskedName;
import sekisho.server.pages.FormErrors;
import sekisho.server.pages.Visit;
import sekisho.server.people.PersonId;

/** What a payer sees of a payee before he pays: how he named him, and a masked name that evidence vouches for. Any thread. */
public final class PayeeNames {
    private final Evidences evidences;

    public PayeeNames(Evidences evidences) {
        this.evidences = evidences;
    }

    /** A review that still lacks its form. */
    record Half(String as, String name, String initial, long yen) {
        SendPages.Review with(String request, String words, String ask, long available, FormErrors errors) {
            return new SendPages.Review(request, as, name, initial, yen, words, ask, available, errors);
        }
    }

    Half review(Visit visit, Payee.Found payee, long yen) {
        String name = name(visit, payee.person().id());
        return new Half(payee.as(), MaskedName.of(name), MaskedName.initial(name), yen);
    }

    /** What others see of a person's name. */
    public String masked(Visit visit, PersonId person) {
        return MaskedName.of(name(visit, person));
    }

    private String name(Visit visit, PersonId person) {
        Map<Attribute, String> known = evidences.attributes(person);
        return known.getOrDefault(
                Attribute.NAME_KANJI, known.getOrDefault(Attribute.NAME_LATIN, visit.say("counterpart.somebody")));
    }
}
