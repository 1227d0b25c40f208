package sekisho.banksimulator.pages;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sekisho.banksimulator.books.StatementAnswer;
import sekisho.banksimulator.books.StatementTerms;
import sekisho.banksimulator.profile.Ask;
import sekisho.banksimulator.redirect.MandateRequest;
import sekisho.banksimulator.redirect.Matches;
import sekisho.banksimulator.redirect.ResultSigner;

/** What follows when a customer whom an operator sent agrees: a mandate, the result, word to the holder. */
final class Grants {
    private static final int TOKEN_BYTES = 16;

    private final Reception reception;
    private final Results results;
    private final HolderNotices notices;

    Grants(Reception reception, Results results) {
        this.reception = reception;
        this.results = results;
        this.notices = new HolderNotices(reception);
    }

    /**
     * The result for the operator.
     *
     * @param factors on what the identification rests
     */
    String grant(String issuer, Office office, Stage.Consenting consenting, List<Ask> factors) {
        MandateRequest wanted = consenting.request();
        var account = consenting.customer().accounts().getFirst();
        String token = office.accountToken(wanted, consenting.customer());
        Map<String, String> match = Matches.of(
                wanted.compared(),
                consenting.customer().person(),
                office.profile().compares());
        // At an operator's door nobody is compared: whom we identified holds the account.
        StatementAnswer answer = wanted.door().isPresent() ? StatementAnswer.MTCH : Matches.overall(match);
        // Whoever asks for a statement gets no mandate on an account of which the statement says that it is another's.
        boolean gives = wanted.wantsMandate() && (wanted.statement().isEmpty() || isMatch(answer));
        String mandate = newToken();
        if (gives
                && !office.books()
                        .mandate(mandate, account.token(), wanted.operator().name(), wanted.reference())) {
            return results.refused(issuer, office, wanted, "not-possible", Optional.of(token));
        }
        var granted = new ResultSigner.Granted(
                token, gives ? mandate : null, office.masked(account), match, factors, consenting.identified());
        tellHolder(office, consenting, isMatch(answer), gives ? mandate : null);
        return results.granted(issuer, office, wanted, granted, answer);
    }

    private static boolean isMatch(StatementAnswer answer) {
        return answer == StatementAnswer.MTCH || answer == StatementAnswer.CMTC;
    }

    private void tellHolder(Office office, Stage.Consenting consenting, boolean match, @Nullable String mandate) {
        MandateRequest wanted = consenting.request();
        Optional<StatementTerms> terms = wanted.statement();
        boolean links = wanted.wantsMandate() || wanted.purpose().equals("reverify");
        if (!links) {
            notices.tellProved(office, consenting);
        } else if (terms.isEmpty()) {
            notices.tellAgreed(office, consenting);
        } else if (match) {
            notices.tellLinked(office, consenting, terms.get(), mandate);
        } else {
            notices.tellUnmatched(office, consenting);
        }
    }

    private String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        reception.random().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
