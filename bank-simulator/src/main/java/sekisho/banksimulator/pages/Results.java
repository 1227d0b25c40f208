package sekisho.banksimulator.pages;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import sekisho.banksimulator.books.StatementAnswer;
import sekisho.banksimulator.books.StatementPurpose;
import sekisho.banksimulator.redirect.DoorStatement;
import sekisho.banksimulator.redirect.MandateRequest;
import sekisho.banksimulator.redirect.ResultSigner;
import sekisho.banksimulator.redirect.Statement;

/** Writes how a visit for an operator ended, with a statement if one was asked for. */
final class Results {
    private static final Duration STATEMENT_LIFE = Duration.ofMinutes(10);

    private final Reception reception;

    Results(Reception reception) {
        this.reception = reception;
    }

    String granted(
            String issuer, Office office, MandateRequest wanted, ResultSigner.Granted granted, StatementAnswer answer) {
        return signer(office)
                .granted(
                        wanted,
                        issuer,
                        granted,
                        new ResultSigner.Beside(
                                office.profile().tells().channel(),
                                statements(office, wanted, granted.account(), answer)),
                        reception.now());
    }

    /** @param account the name of the account that was tried; empty: none was named */
    String refused(String issuer, Office office, MandateRequest wanted, String result, Optional<String> account) {
        StatementAnswer answer = result.equals("not-possible") ? StatementAnswer.NOAP : StatementAnswer.FAILED;
        return signer(office)
                .refused(
                        wanted,
                        issuer,
                        new ResultSigner.Refused(
                                result,
                                account,
                                account.map(token -> statements(office, wanted, token, answer))
                                        .orElse(Map.of())),
                        reception.now());
    }

    private Map<String, Map<String, Object>> statements(
            Office office, MandateRequest wanted, String account, StatementAnswer answer) {
        long expires = reception.now().plus(STATEMENT_LIFE).getEpochSecond() * 1_000;
        var purpose = StatementPurpose.of(wanted.purpose());
        var statements = new HashMap<String, Map<String, Object>>();
        wanted.statement()
                .ifPresent(terms -> statements.put(
                        "statement",
                        new Statement(terms, account, purpose, answer, expires)
                                .signed(office.secrets().statements().of(terms.key()))));
        wanted.door()
                .ifPresent(terms -> statements.put(
                        "door",
                        new DoorStatement(terms, account, purpose, answer, expires)
                                .signed(office.secrets().statements().of(terms.key()))));
        return statements;
    }

    private ResultSigner signer(Office office) {
        return new ResultSigner(office.secrets().signing(), reception.random());
    }
}
