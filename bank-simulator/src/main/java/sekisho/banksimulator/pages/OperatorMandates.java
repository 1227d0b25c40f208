package sekisho.banksimulator.pages;

import com.nimbusds.jose.jwk.JWKSet;
import java.util.List;
import java.util.Optional;
import sekisho.banksimulator.books.EndedBy;
import sekisho.banksimulator.books.Mandate;
import sekisho.banksimulator.redirect.ResultSigner;

/** What banks with pages offer operators beside the instant protocol. */
public final class OperatorMandates {
    private static final int PAGE = 1_000;

    private final Reception reception;
    private final MandateEnds ends;

    public OperatorMandates(Reception reception) {
        this.reception = reception;
        this.ends = new MandateEnds(reception);
    }

    /** A bank's JWK set, without private parts; empty if there is no such bank. */
    public Optional<String> keys(String code) {
        return reception.office(code).map(office -> new JWKSet(office.secrets().signing()).toString(true));
    }

    /** An operator's mandates that have ended, behind a number; empty if there is no such bank. */
    public Optional<List<Mandate>> endedAfter(String code, String operator, long number) {
        return reception.office(code).map(office -> office.books().endedMandates(operator, number, PAGE));
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
