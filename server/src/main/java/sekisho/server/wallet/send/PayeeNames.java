package sekisho.server.wallet.send;

import java.util.Map;
import java.util.Objects;
import sekisho.server.identity.Attribute;
import sekisho.server.identity.Evidences;
import sekisho.server.identity.MaskedName;
import sekisho.server.pages.FormErrors;
import sekisho.server.pages.Visit;
import sekisho.server.people.Person;

/** What a payer sees of a payee before he pays: the handle, and a masked name that evidence vouches for. Any thread. */
public final class PayeeNames {
    private final Evidences evidences;

    public PayeeNames(Evidences evidences) {
        this.evidences = evidences;
    }

    /** A review that still lacks its form. */
    record Half(String handle, String name, String initial, long yen) {
        SendPages.Review with(String request, String words, String ask, long available, FormErrors errors) {
            return new SendPages.Review(request, handle, name, initial, yen, words, ask, available, errors);
        }
    }

    Half review(Visit visit, Person payee, long yen) {
        Map<Attribute, String> known = evidences.attributes(payee.id());
        String name = known.getOrDefault(
                Attribute.NAME_KANJI, known.getOrDefault(Attribute.NAME_LATIN, visit.say("counterpart.somebody")));
        return new Half(
                Objects.requireNonNull(payee.handle()).shown(), MaskedName.of(name), MaskedName.initial(name), yen);
    }
}
