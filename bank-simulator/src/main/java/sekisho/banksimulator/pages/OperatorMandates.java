package sekisho.banksimulator.pages;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sekisho.banksimulator.books.EndedBy;
import sekisho.banksimulator.books.Mandate;
import sekisho.banksimulator.books.Said;
import sekisho.banksimulator.redirect.ResultSigner;
import sekisho.banksimulator.redirect.Statement;

/** What banks with pages offer operators beside the instant protocol. */
public final class OperatorMandates {
    private static final int PAGE = 1_000;
    private static final Duration STATEMENT_LIFE = Duration.ofMinutes(10);

    private final Reception reception;
    private final MandateEnds ends;

    public OperatorMandates(Reception reception) {
        this.reception = reception;
        this.ends = new MandateEnds(reception);
    }

    /** A bank's JWK set, without private parts; empty if there is no such bank. */
    public Optional<String> keys(String code) {
        return reception.office(code).map(office -> {
            var keys = new ArrayList<JWK>(List.of(office.secrets().signing()));
            for (int number = 1; number <= reception.operators(); number++) {
                keys.add(office.secrets().statements().of(number));
            }
            return new JWKSet(keys).toString(true);
        });
    }

    /** An operator's mandates that have ended, behind a number; empty if there is no such bank. */
    public Optional<List<Mandate>> endedAfter(String code, String operator, long number) {
        return reception.office(code).map(office -> office.books().endedMandates(operator, number, PAGE));
    }

    /**
     * What the bank says to an operator after visits, behind a number; empty if there is no such bank. Signed now, so that it
     * is fresh however late it is asked for.
     */
    public Optional<List<Map<String, Object>>> statementsAfter(String code, String operator, long number) {
        long expires = reception.now().plus(STATEMENT_LIFE).getEpochSecond() * 1_000;
        return reception
                .office(code)
                .map(office -> office.books().saidAfter(operator, number, PAGE).stream()
                        .map(said -> document(said, office, expires))
                        .toList());
    }

    private static Map<String, Object> document(Said said, Office office, long expires) {
        var statement = new Statement(said.of().terms(), said.of().shown(), said.purpose(), said.answer(), expires);
        return Map.of(
                "number", said.number(),
                "at", said.at(),
                "statement",
                        statement.signed(office.secrets()
                                .statements()
                                .of(said.of().terms().key())));
    }

    /** Ends an operator's mandate. Says whether it has one with this token. */
    public boolean end(String code, String operator, String mandate, String issuer) {
        Optional<Office> office = reception
                .office(code)
                .filter(one -> one.books()
                        .mandate(mandate)
                        .filter(known -> known.operator().equals(operator))
                        .isPresent());
        office.ifPresent(one -> ends.end(
                one.books(),
                new ResultSigner(one.secrets().signing(), reception.random()),
                issuer,
                mandate,
                EndedBy.OPERATOR));
        return office.isPresent();
    }
}
