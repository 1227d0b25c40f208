package sekisho.bank.instant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sekisho.bank.AccountToken;
import sekisho.bank.BankAnswer;
import sekisho.bank.BankInstruction;
import sekisho.bank.CallAnswer.Declined;
import sekisho.bank.CallAnswer.InDoubt;
import sekisho.bank.CallAnswer.Settled;
import sekisho.bank.DeclineReason;
import sekisho.bank.DoubtCause;
import sekisho.protocol.BankId;
import sekisho.protocol.Money;
import sekisho.protocol.OperationId;

/** What the connector makes of answers that no simulated bank would give. */
final class AnswersTest {
    private static final BankId BANK = new BankId(17);
    private static final BankInstruction.Debit DEBIT =
            new BankInstruction.Debit(new OperationId(1, 2), BANK, new AccountToken(3, 4), Money.yen(5));
    private static final String KEY = "00000000000000010000000000000002";
    private static final String SETTLED = "{\"key\":\"" + KEY + "\",\"status\":\"settled\",\"reference\":7}";
    private static final Duration LONG = Duration.ofSeconds(10);

    @Test
    void takesEveryAnswerOfTheProtocol() throws IOException {
        assertThat(order("200 OK", SETTLED)).isEqualTo(new Settled(7));
        assertThat(order("200 OK", "{\"key\":\"KEY\",\"status\":\"declined\",\"reason\":\"over-limit\"}"))
                .isEqualTo(new Declined(DeclineReason.OVER_LIMIT));
        assertThat(order("200 OK", "{\"key\":\"KEY\",\"status\":\"declined\",\"reason\":\"it-rains\"}"))
                .isEqualTo(new Declined(DeclineReason.OTHER));
        assertThat(order("200 OK", "{\"key\":\"KEY\",\"status\":\"processing\"}"))
                .isEqualTo(new InDoubt(DoubtCause.IN_PROGRESS));
        assertThat(order("409 Conflict", "{\"key\":\"KEY\",\"status\":\"conflict\"}"))
                .isEqualTo(new InDoubt(DoubtCause.KEY_CONFLICT));
        assertThat(enquiry("{\"key\":\"KEY\",\"status\":\"never-received\",\"bound\":true}"))
                .isEqualTo(new BankAnswer.NotKnown(true));
        assertThat(enquiry("{\"key\":\"KEY\",\"status\":\"never-received\",\"bound\":false}"))
                .isEqualTo(new BankAnswer.NotKnown(false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "settled",
                "{}",
                "{\"key\":\"KEY\"}",
                "{\"key\":\"KEY\",\"status\":\"settled\"}",
                "{\"key\":\"KEY\",\"status\":\"settled\",\"reference\":\"7\"}",
                "{\"key\":\"KEY\",\"status\":\"settled\",\"reference\":7.0}",
                "{\"key\":\"KEY\",\"status\":\"settled\",\"reference\":7,\"reason\":\"over-limit\"}",
                "{\"key\":\"KEY\",\"status\":\"settled\",\"status\":\"declined\",\"reference\":7}",
                "{\"key\":\"KEY\",\"status\":\"settled\",\"reference\":7,\"more\":1}",
                "{\"key\":\"KEY\",\"status\":\"settled\",\"reference\":7}{}",
                "{\"key\":\"KEY\",\"status\":\"settled\",\"reference\":7",
                "{\"key\":\"00000000000000010000000000000003\",\"status\":\"settled\",\"reference\":7}",
                "{\"status\":\"settled\",\"reference\":7}",
                "{\"key\":\"KEY\",\"status\":\"declined\"}",
                "{\"key\":\"KEY\",\"status\":\"SETTLED\",\"reference\":7}",
                "{\"key\":\"KEY\",\"status\":\"conflict\"}",
                "{\"key\":\"KEY\",\"status\":\"never-received\",\"bound\":true}",
            })
    void anythingElseIsInDoubt(String body) throws IOException {
        assertThat(order("200 OK", body)).isEqualTo(new InDoubt(DoubtCause.NOT_UNDERSTOOD));
    }

    @ParameterizedTest
    @CsvSource({
        "201 Created, NOT_UNDERSTOOD",
        "302 Found, NOT_UNDERSTOOD",
        "307 Temporary Redirect, NOT_UNDERSTOOD",
        "400 Bad Request, NOT_ADMITTED",
        "401 Unauthorized, NOT_ADMITTED",
        "404 Not Found, NOT_ADMITTED",
        "409 Conflict, NOT_UNDERSTOOD",
        "429 Too Many Requests, UNAVAILABLE",
        "500 Internal Server Error, UNAVAILABLE",
        "503 Service Unavailable, UNAVAILABLE",
    })
    void aStatusAloneSettlesAndDeclinesNothing(String status, DoubtCause cause) throws IOException {
        assertThat(order(status, SETTLED)).isEqualTo(new InDoubt(cause));
    }

    @Test
    void doesNotReadWithoutEnd() throws IOException {
        String long17 = "{\"key\":\"" + KEY + "\"" + " ".repeat(17 * 1024) + ",\"status\":\"settled\",\"reference\":7}";
        assertThat(order("200 OK", long17)).isEqualTo(new InDoubt(DoubtCause.NO_ANSWER));
    }

    @Test
    void wantsJson() throws IOException {
        try (var bank = new RawBank("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: " + SETTLED.length()
                + "\r\n\r\n" + SETTLED)) {
            assertThat(connector(bank.address()).debit(DEBIT, LONG)).isEqualTo(new InDoubt(DoubtCause.NOT_UNDERSTOOD));
        }
    }

    @Test
    void followsNoRedirection() throws IOException {
        try (var elsewhere = new RawBank(RawBank.json("200 OK", SETTLED));
                var bank = new RawBank("HTTP/1.1 307 Temporary Redirect\r\nLocation: " + elsewhere.address()
                        + "/debits\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(connector(bank.address()).debit(DEBIT, LONG)).isEqualTo(new InDoubt(DoubtCause.NOT_UNDERSTOOD));
            assertThat(elsewhere.requests()).isZero();
        }
    }

    @Test
    void aCutAnswerIsInDoubtAndIsNotAskedForAgain() throws IOException {
        try (var bank = new RawBank(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n" + SETTLED)) {
            assertThat(connector(bank.address()).debit(DEBIT, Duration.ofMillis(300)))
                    .isEqualTo(new InDoubt(DoubtCause.NO_ANSWER));
            assertThat(bank.requests()).isEqualTo(1);
        }
    }

    @Test
    void aConnectionThatEndsIsInDoubtAndNothingIsSentAgain() throws IOException {
        try (var bank = new RawBank("");
                var connector = connector(bank.address())) {
            assertThat(connector.debit(DEBIT, LONG)).isEqualTo(new InDoubt(DoubtCause.NO_ANSWER));
            assertThat(bank.requests()).isEqualTo(1);
        }
    }

    @Test
    void aStrayAnswerOnTheConnectionIsNotTakenForTheNextOne() throws IOException {
        String other = "{\"key\":\"" + "f".repeat(32) + "\",\"status\":\"settled\",\"reference\":9}";
        try (var bank = new RawBank(RawBank.json("200 OK", SETTLED) + RawBank.json("200 OK", other));
                var connector = connector(bank.address())) {
            for (int i = 0; i < 5; i++) {
                assertThat(connector.debit(DEBIT, LONG))
                        .isIn(
                                new Settled(7),
                                new InDoubt(DoubtCause.NOT_UNDERSTOOD),
                                new InDoubt(DoubtCause.NO_ANSWER));
            }
        }
    }

    @Test
    void secretsGoToNobodyOverPlainHttp() {
        assertThatThrownBy(() -> InstantSettings.of(BANK, URI.create("http://bank.example"), "secret"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> InstantSettings.of(BANK, URI.create("https://bank.example"), " "))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(InstantSettings.of(BANK, URI.create("https://bank.example"), "secret")
                        .toString())
                .doesNotContain("secret");
    }

    private static Object order(String status, String body) throws IOException {
        try (var bank = new RawBank(RawBank.json(status, body.replace("KEY", KEY)));
                var connector = connector(bank.address())) {
            return connector.debit(DEBIT, LONG);
        }
    }

    private static BankAnswer enquiry(String body) throws IOException {
        try (var bank = new RawBank(RawBank.json("200 OK", body.replace("KEY", KEY)));
                var connector = connector(bank.address())) {
            return connector.enquire(DEBIT, LONG);
        }
    }

    private static InstantConnector connector(URI address) {
        return new InstantConnector(InstantSettings.of(BANK, address, "secret"));
    }
}
