package sekisho.banksimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sekisho.banksimulator.banks.BankDefinition;
import sekisho.banksimulator.banks.CallRecord;
import sekisho.banksimulator.banks.Operator;
import sekisho.banksimulator.banks.SimulatedBank;
import sekisho.banksimulator.books.BankBooks;
import sekisho.banksimulator.conduct.CallKind;
import sekisho.banksimulator.conduct.Conduct;
import sekisho.banksimulator.conduct.Fault;
import sekisho.banksimulator.conduct.Misbehaviour;

final class BankSimulatorTest {
    private static final String DIRECTOR = "the-directors-secret";
    private static final String OPERATOR = "an-operators-secret";
    private static final String CUSTOMER = "c".repeat(32);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static BankSimulator simulator;
    private static int keys;

    private SimulatedBank bank;

    @BeforeAll
    static void start() {
        simulator = BankSimulator.start(settings());
    }

    @AfterAll
    static void stop() {
        simulator.close();
        CLIENT.close();
    }

    @BeforeEach
    void openAnAccount() {
        bank = simulator.bank("0001");
        bank.behave(Conduct.GOOD);
        bank.books().open(CUSTOMER, "ヤマダ", "JPY", 1_000_000);
    }

    @Test
    void settlesADebitAndShowsItOnTheStatement() throws Exception {
        String key = nextKey();
        var answer = post("/banks/0001/debits", OPERATOR, order(key, 5_000));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).matches("\\{\"key\":\"" + key + "\",\"status\":\"settled\",\"reference\":\\d+}");
        assertThat(post("/banks/0001/debits", OPERATOR, order(key, 5_000)).body())
                .isEqualTo(answer.body());
        var statement = get("/banks/0001/statement?currency=JPY", OPERATOR);
        assertThat(statement.body()).contains("\"key\":\"" + key + "\"").contains("\"text\":\"ヤマダ\"");
        var conflict = post("/banks/0001/debits", OPERATOR, order(key, 5_001));
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.body()).isEqualTo("{\"key\":\"" + key + "\",\"status\":\"conflict\"}");
    }

    @Test
    void anEnquiryClosesAKeyThatNeverCame() throws Exception {
        String key = nextKey();
        assertThat(post("/banks/0001/enquiries", OPERATOR, enquiry(key, 5_000)).body())
                .isEqualTo("{\"key\":\"" + key + "\",\"status\":\"never-received\",\"bound\":true}");
        assertThat(post("/banks/0001/debits", OPERATOR, order(key, 5_000)).body())
                .isEqualTo("{\"key\":\"" + key + "\",\"status\":\"declined\",\"reason\":\"key-closed\"}");
    }

    @Test
    void admitsOnlyWhomItKnows() throws Exception {
        assertThat(post("/banks/0001/debits", "somebody-else", order(nextKey(), 1))
                        .statusCode())
                .isEqualTo(401);
        assertThat(get("/admin/banks", OPERATOR).statusCode()).isEqualTo(401);
        assertThat(get("/banks/0001/statement?currency=JPY", DIRECTOR).statusCode())
                .isEqualTo(401);
        assertThat(post("/banks/0009/debits", OPERATOR, order(nextKey(), 1)).statusCode())
                .isEqualTo(404);
        assertThat(get("/admin/banks", DIRECTOR).body())
                .isEqualTo("[{\"code\":\"0001\",\"name\":\"one\"},{\"code\":\"0002\",\"name\":\"two\"}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"key\":\"KEY\"}",
                "{\"key\":\"KEY\",\"account\":\"ACC\",\"amount\":\"5\",\"currency\":\"JPY\"}",
                "{\"key\":\"KEY\",\"account\":\"ACC\",\"amount\":5.5,\"currency\":\"JPY\"}",
                "{\"key\":\"KEY\",\"account\":\"ACC\",\"amount\":5.0,\"currency\":\"JPY\"}",
                "{\"key\":\"KEY\",\"account\":\"ACC\",\"amount\":0,\"currency\":\"JPY\"}",
                "{\"key\":\"KEY\",\"account\":\"ACC\",\"amount\":-5,\"currency\":\"JPY\"}",
                "{\"key\":\"KEY\",\"account\":\"ACC\",\"amount\":9007199254740992,\"currency\":\"JPY\"}",
                "{\"key\":\"KEY\",\"account\":\"ACC\",\"amount\":5,\"amount\":6,\"currency\":\"JPY\"}",
                "{\"key\":\"KEY\",\"account\":\"ACC\",\"amount\":5,\"currency\":\"JPY\",\"more\":1}",
                "{\"key\":\"KEY\",\"account\":\"ACC\",\"amount\":5,\"currency\":\"JPY\"}{}",
                "{\"key\":\"key\",\"account\":\"ACC\",\"amount\":5,\"currency\":\"JPY\"}",
                "{\"key\":\"KEY\",\"account\":null,\"amount\":5,\"currency\":\"JPY\"}",
            })
    void refusesWhatIsNoOrderAndDoesNothing(String body) throws Exception {
        long before = balance();
        String filled = body.replace("KEY", nextKey()).replace("ACC", CUSTOMER);
        assertThat(post("/banks/0001/debits", OPERATOR, filled).statusCode()).isEqualTo(400);
        assertThat(balance()).isEqualTo(before);
    }

    @Test
    void refusesALongBody() throws Exception {
        assertThat(post("/banks/0001/debits", OPERATOR, " ".repeat(20_000)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void cutsTheConnectionBeforeOrAfterDoingIt() {
        long before = balance();
        bank.behave(Conduct.of(1, Misbehaviour.always(Fault.LOSES_REQUEST)));
        assertThatThrownBy(() -> post("/banks/0001/debits", OPERATOR, order(nextKey(), 5)))
                .isInstanceOf(IOException.class);
        assertThat(balance()).isEqualTo(before);
        bank.behave(Conduct.of(1, Misbehaviour.always(Fault.LOSES_ANSWER)));
        assertThatThrownBy(() -> post("/banks/0001/debits", OPERATOR, order(nextKey(), 5)))
                .isInstanceOf(IOException.class);
        assertThat(balance()).isEqualTo(before - 5);
    }

    @Test
    void isDownAnswersTwiceAndContradictsItself() throws Exception {
        long before = balance();
        bank.behave(Conduct.of(1, Misbehaviour.always(Fault.DOWN)));
        assertThat(post("/banks/0001/debits", OPERATOR, order(nextKey(), 5)).statusCode())
                .isEqualTo(503);
        assertThat(balance()).isEqualTo(before);
        bank.behave(Conduct.of(1, Misbehaviour.always(Fault.ANSWERS_TWICE)));
        assertThat(post("/banks/0001/debits", OPERATOR, order(nextKey(), 5)).body())
                .matches("\\{[^}]*}\\{[^}]*}");
        assertThat(balance()).isEqualTo(before - 5);
        bank.behave(Conduct.of(1, Misbehaviour.always(Fault.SAYS_DECLINED)));
        String denied = nextKey();
        assertThat(post("/banks/0001/debits", OPERATOR, order(denied, 5)).body())
                .contains("declined");
        assertThat(post("/banks/0001/enquiries", OPERATOR, enquiry(denied, 5)).body())
                .contains("settled");
        assertThat(balance()).isEqualTo(before - 10);
        bank.behave(Conduct.of(1, Misbehaviour.always(Fault.SAYS_SETTLED)));
        String invented = nextKey();
        assertThat(post("/banks/0001/debits", OPERATOR, order(invented, 5)).body())
                .contains("settled");
        assertThat(post("/banks/0001/enquiries", OPERATOR, enquiry(invented, 5)).body())
                .contains("declined");
        assertThat(balance()).isEqualTo(before - 10);
    }

    @Test
    void whatHungIsDeclinedIfAnEnquiryCameFirst() throws Exception {
        bank.behave(Conduct.of(1, Misbehaviour.always(Fault.HANGS).on(CallKind.DEBIT)));
        String key = nextKey();
        var hung = CLIENT.sendAsync(
                request("/banks/0001/debits", OPERATOR)
                        .POST(HttpRequest.BodyPublishers.ofString(order(key, 5)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        await(() -> called(key));
        assertThat(post("/banks/0001/enquiries", OPERATOR, enquiry(key, 5)).body())
                .contains("never-received");
        bank.behave(Conduct.GOOD);
        assertThat(hung.get(5, TimeUnit.SECONDS).body()).contains("key-closed");
    }

    @Test
    void isDirectedOverHttp() throws Exception {
        String token = "d".repeat(32);
        String account = "{\"token\":\"" + token + "\",\"holder\":\"スズキ\",\"currency\":\"JPY\",\"balance\":700}";
        assertThat(post("/admin/banks/0002/accounts", DIRECTOR, account).statusCode())
                .isEqualTo(201);
        assertThat(post("/admin/banks/0002/accounts", DIRECTOR, account).statusCode())
                .isEqualTo(200);
        var down =
                "{\"seed\":1,\"misbehaviours\":[{\"fault\":\"DOWN\",\"share\":1.0,\"millis\":0,\"calls\":[\"DEBIT\"]}]}";
        assertThat(put("/admin/banks/0002/conduct", DIRECTOR, down).body()).isEqualTo(down);
        String key = nextKey();
        String order = "{\"key\":\"" + key + "\",\"account\":\"" + token + "\",\"amount\":700,\"currency\":\"JPY\"}";
        assertThat(post("/banks/0002/debits", OPERATOR, order).statusCode()).isEqualTo(503);
        put("/admin/banks/0002/conduct", DIRECTOR, "{\"seed\":0,\"misbehaviours\":[]}");
        assertThat(post("/banks/0002/debits", OPERATOR, order).body()).contains("settled");
        assertThat(get("/admin/banks/0002/accounts/" + token, DIRECTOR).body()).contains("\"balance\":0");
        assertThat(get("/admin/banks/0002/accounts/" + token + "/statement", DIRECTOR)
                        .body())
                .contains("\"amount\":-700,\"balance\":0,\"text\":\"sekisho\"");
        assertThat(get("/admin/banks/0002/calls", DIRECTOR).body())
                .contains("\"kind\":\"DEBIT\",\"operator\":\"sekisho\",\"key\":\"" + key + "\"")
                .contains("\"fault\":\"DOWN\",\"answered\":\"unavailable\"")
                .contains("\"fault\":null,\"answered\":\"settled\"");
        assertThat(get("/admin/banks/0002/requests", OPERATOR).statusCode()).isEqualTo(401);
        // Whoever directs the bank is not counted; whoever asks it anything is, whatever becomes of it.
        assertThat(get("/admin/banks/0002/requests", DIRECTOR).body())
                .contains("\"POST /banks/{code}/debits\":")
                .doesNotContain("admin");
        post("/admin/banks/0002/accounts/" + token + "/close", DIRECTOR, "");
        assertThat(get("/admin/banks/0002/accounts/" + token, DIRECTOR).body()).contains("\"closed\":true");
    }

    @Test
    void twoSimulatorsRunSideBySideAndOneKeepsItsBooks(@TempDir Path folder) throws Exception {
        String key = nextKey();
        try (var other = BankSimulator.start(settings().withFolder(folder))) {
            other.bank("0001").books().open(CUSTOMER, "ヤマダ", "JPY", 1_000);
            assertThat(post(other.address(), "/banks/0001/debits", OPERATOR, order(key, 400))
                            .body())
                    .contains("settled");
        }
        try (var again = BankSimulator.start(settings().withFolder(folder))) {
            assertThat(again.bank("0001")
                            .books()
                            .account(CUSTOMER)
                            .orElseThrow()
                            .balance())
                    .isEqualTo(600);
            assertThat(again.bank("0001").books().account(BankBooks.settlement("sekisho", "JPY")))
                    .hasValueSatisfying(account -> assertThat(account.balance()).isEqualTo(400));
            assertThat(post(again.address(), "/banks/0001/debits", OPERATOR, order(key, 400))
                            .body())
                    .contains("settled");
        }
    }

    private static SimulatorSettings settings() {
        return SimulatorSettings.of(
                DIRECTOR,
                List.of(new Operator("sekisho", OPERATOR)),
                List.of(BankDefinition.of("0001", "one"), BankDefinition.of("0002", "two")));
    }

    private boolean called(String key) {
        return bank.callsAfter(0, 100_000).stream()
                .map(CallRecord::order)
                .anyMatch(order -> order.key().equals(key));
    }

    private long balance() {
        return bank.books().account(CUSTOMER).orElseThrow().balance();
    }

    private static synchronized String nextKey() {
        keys++;
        return "%032x".formatted(keys);
    }

    private static String order(String key, long amount) {
        return "{\"key\":\"" + key + "\",\"account\":\"" + CUSTOMER + "\",\"amount\":" + amount
                + ",\"currency\":\"JPY\"}";
    }

    private static String enquiry(String key, long amount) {
        return order(key, amount).replace("}", ",\"direction\":\"debit\"}");
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 1_000 && !condition.getAsBoolean(); i++) {
            Thread.sleep(5);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private static HttpResponse<String> get(String path, String key) throws Exception {
        return CLIENT.send(request(path, key).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path, String key, String body) throws Exception {
        return post(simulator.address(), path, key, body);
    }

    private static HttpResponse<String> post(URI address, String path, String key, String body) throws Exception {
        var request = request(address, path, key).POST(HttpRequest.BodyPublishers.ofString(body));
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> put(String path, String key, String body) throws Exception {
        var request = request(path, key).PUT(HttpRequest.BodyPublishers.ofString(body));
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path, String key) {
        return request(simulator.address(), path, key);
    }

    private static HttpRequest.Builder request(URI address, String path, String key) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + key);
    }
}
