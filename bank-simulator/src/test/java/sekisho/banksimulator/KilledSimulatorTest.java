package sekisho.banksimulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sekisho.banksimulator.banks.BankDefinition;
import sekisho.banksimulator.banks.Operator;
import sekisho.banksimulator.books.Account;
import sekisho.banksimulator.books.BankBooks;
import sekisho.banksimulator.books.Direction;
import sekisho.banksimulator.books.Order;
import sekisho.banksimulator.books.Verdict;

/** Kills simulated banks in a process of their own, as {@code kill -9} does. */
final class KilledSimulatorTest {
    private static final String DIRECTOR = "the-directors-secret";
    private static final String OPERATOR = "an-operators-secret";
    private static final String CUSTOMER = "c".repeat(32);
    private static final int FUNDS = 1_000_000;
    private static final int ANSWERS_BEFORE_THE_KILL = 300;

    @TempDir
    private Path folder;

    @Test
    void aKilledBankRemembersEverythingItHasSaid() throws Exception {
        Map<String, String> answers = new ConcurrentHashMap<>();
        Process banks = start();
        try (var client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                var threads = Executors.newVirtualThreadPerTaskExecutor();
                var output = new BufferedReader(banks.inputReader(UTF_8))) {
            URI address = URI.create(Objects.requireNonNull(output.readLine(), "the banks' address"));
            post(client, address.resolve("/admin/banks/0001/accounts"), DIRECTOR, """
                    {"token":"%s","holder":"ヤマダ","currency":"JPY","balance":%d}""".formatted(CUSTOMER, FUNDS));
            var keys = new AtomicInteger();
            for (int i = 0; i < 8; i++) {
                threads.execute(() -> debitUntilItFails(client, address, keys, answers));
            }
            while (answers.size() < ANSWERS_BEFORE_THE_KILL) {
                Thread.sleep(1);
            }
            banks.destroyForcibly().waitFor();
        } finally {
            banks.destroyForcibly();
        }
        var settings = SimulatorSettings.of(
                        DIRECTOR, List.of(new Operator("sekisho", OPERATOR)), List.of(BankDefinition.of("0001", "one")))
                .withFolder(folder);
        try (var again = BankSimulator.start(settings)) {
            BankBooks books = again.bank("0001").books();
            answers.forEach((key, answer) -> {
                var verdict = books.enquire(new Order("sekisho", key, Direction.DEBIT, CUSTOMER, 1, "JPY"));
                assertThat(verdict).isInstanceOf(Verdict.Settled.class);
                assertThat(answer).contains("\"reference\":" + ((Verdict.Settled) verdict).reference() + "}");
            });
            long taken = FUNDS - books.account(CUSTOMER).orElseThrow().balance();
            assertThat(taken).isGreaterThanOrEqualTo(answers.size());
            assertThat(books.account(BankBooks.settlement("sekisho", "JPY")).map(Account::balance))
                    .hasValue(taken);
        }
    }

    private static void debitUntilItFails(
            HttpClient client, URI address, AtomicInteger keys, Map<String, String> answers) {
        try {
            while (true) {
                String key = "%032x".formatted(keys.incrementAndGet());
                answers.put(key, post(client, address.resolve("/banks/0001/debits"), OPERATOR, """
                        {"key":"%s","account":"%s","amount":1,"currency":"JPY"}""".formatted(
                                key, CUSTOMER)));
            }
        } catch (IOException killed) {
            // What it was about to say is not known.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String post(HttpClient client, URI address, String key, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private Process start() throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "0",
                        folder.toString(),
                        "0001=one")
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        process.environment().put("DIRECTOR_KEY", DIRECTOR);
        process.environment().put("OPERATOR_KEY", OPERATOR);
        return process.start();
    }
}
