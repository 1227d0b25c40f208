package sekisho.bank.redirect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sekisho.banksimulator.books.StatementAnswer;
import sekisho.banksimulator.books.StatementPurpose;
import sekisho.banksimulator.books.StatementTerms;
import sekisho.banksimulator.redirect.Statement;
import sekisho.protocol.BankAnswer;
import sekisho.protocol.BankId;
import sekisho.protocol.BookId;
import tools.jackson.databind.json.JsonMapper;

/** A feed of which one statement is wrong gives nothing, and says which. */
final class BankStatementsTest {
    private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");
    private static final ECKey KEY = new ECKey.Builder(Keys.next(Curve.P_256))
            .keyID("statement-1")
            .keyUse(new KeyUse("statement"))
            .build();

    private HttpServer bank;
    private BankKeys keys;
    private BankStatements statements;
    private volatile String answer = "{}";
    private volatile int status = 200;

    @BeforeEach
    void start() throws IOException {
        bank = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bank.createContext("/", exchange -> {
            boolean asksForKeys = exchange.getRequestURI().getPath().equals("/link-keys.json");
            byte[] body = (asksForKeys ? new JWKSet(KEY).toString(true) : answer).getBytes(UTF_8);
            exchange.sendResponseHeaders(asksForKeys ? 200 : status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        bank.start();
        var issuer = URI.create("http://127.0.0.1:" + bank.getAddress().getPort());
        keys = new BankKeys(List.of(issuer), () -> NOW);
        var source = new BankStatements.Source(issuer, new BankId(821), BookId.FIRST, "an-operators-secret");
        statements = new BankStatements(source, keys, () -> NOW);
        assertThat(source.toString()).doesNotContain("secret");
    }

    @AfterEach
    void stop() {
        statements.close();
        keys.close();
        bank.stop(0);
    }

    @Test
    void readsWhatIsWholeInOrder() throws Exception {
        feed(List.of(item(4, Map.of()), item(5, Map.of("purpose", "consent", "answer", "OBJECTED"))));
        assertThat(statements.after(3))
                .extracting(
                        HolderStatement::number, one -> one.statement().result().answer())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(4L, BankAnswer.DELIVERED),
                        org.assertj.core.groups.Tuple.tuple(5L, BankAnswer.OBJECTED));
        feed(List.of());
        assertThat(statements.after(5)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            book    | 0000000000000002 | STATEMENT_OF_ANOTHER_BOOK
            bank    | 0000000000000336 | STATEMENT_OF_ANOTHER_BANK
            key     | 2                | STATEMENT_KEY_NOT_PUBLISHED
            purpose | link             | STATEMENT_FOR_ANOTHER_PURPOSE
            expires | 1795662000000    | STATEMENT_EXPIRED
            expires | 1795662630001    | STATEMENT_LIVES_TOO_LONG
            """, delimiter = '|')
    void refusesWhatIsSignedAndWrong(String member, String value, String reason) {
        var wrong = Map.of(member, value, "answer", value.equals("link") ? "MTCH" : "DELIVERED");
        feed(List.of(item(1, Map.of()), item(2, wrong)));
        assertThatThrownBy(() -> statements.after(0))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("statement 2")
                .hasMessageContaining(reason);
    }

    @Test
    void refusesASignatureOfSomethingElse() {
        var forged = item(1, Map.of());
        @SuppressWarnings("unchecked")
        var statement = (Map<String, Object>) Objects.requireNonNull(forged.get("statement"));
        statement.put("answer", "YOUNG_CONTACT");
        feed(List.of(forged));
        assertThatThrownBy(() -> statements.after(0)).hasMessageContaining("STATEMENT_FORGED");
    }

    @Test
    void refusesGapsRepetitionsAndWhatIsNoList() {
        feed(List.of(item(1, Map.of()), item(3, Map.of())));
        assertThatThrownBy(() -> statements.after(0)).hasMessageContaining("gap before 2");
        feed(List.of(item(1, Map.of()), item(1, Map.of())));
        assertThatThrownBy(() -> statements.after(0)).hasMessageContaining("gap before 2");
        for (String nonsense :
                List.of("", "[]", "{}", "{\"statements\":1}", "{\"statements\":[{\"number\":1,\"at\":1}]}")) {
            answer = nonsense;
            assertThatThrownBy(() -> statements.after(0)).as(nonsense).isInstanceOf(IOException.class);
        }
        status = 503;
        assertThatThrownBy(() -> statements.after(0)).hasMessageContaining("503");
    }

    private void feed(List<Map<String, Object>> items) {
        answer = JsonMapper.shared().writeValueAsString(Map.of("statements", items));
    }

    private static Map<String, Object> item(long number, Map<String, String> wrong) {
        var terms = new StatementTerms(
                wrong.getOrDefault("book", "0000000000000001"),
                wrong.getOrDefault("bank", "0000000000000335"),
                Integer.parseInt(wrong.getOrDefault("key", "1")),
                "0000000000000005",
                "1".repeat(32),
                "2".repeat(32),
                "3".repeat(32),
                "4".repeat(32));
        var statement = new Statement(
                terms,
                "5".repeat(32),
                StatementPurpose.of(wrong.getOrDefault("purpose", "notice")),
                StatementAnswer.valueOf(wrong.getOrDefault("answer", "DELIVERED")),
                Long.parseLong(wrong.getOrDefault("expires", Long.toString(NOW.toEpochMilli() + 600_000))));
        return new HashMap<>(Map.of("number", number, "at", NOW.toEpochMilli(), "statement", statement.signed(KEY)));
    }
}
