package sekisho.browsertests.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import sekisho.browsertests.system.RunningSystem;
import sekisho.browsertests.system.Site;

/**
 * Has a simulated bank keep its callers waiting, or behave again, or say what it was asked: by its programs' entrance, as no customer
 * can.
 */
public final class BankDirector {
    private static final int OK = 200;

    private final RunningSystem system;

    public BankDirector(RunningSystem system) {
        this.system = system;
    }

    /** Holds every request until the bank behaves again. */
    public void hang(String bank) {
        conduct(
                bank,
                "{\"seed\":1,\"misbehaviours\":[{\"fault\":\"HANGS\",\"share\":1,\"millis\":0,"
                        + "\"calls\":[\"DEBIT\",\"CREDIT\",\"ENQUIRY\"]}]}");
    }

    /** As ever. */
    public void behave(String bank) {
        conduct(bank, "{\"seed\":1,\"misbehaviours\":[]}");
    }

    /** How many requests reached a bank since it was started, by method and path: in the bank's own words, a JSON object. */
    public String requests(String bank) {
        return call(to(bank, "requests").GET());
    }

    private void conduct(String bank, String document) {
        String _ = call(
                to(bank, "conduct").header("Content-Type", "application/json").PUT(BodyPublishers.ofString(document)));
    }

    private HttpRequest.Builder to(String bank, String what) {
        return HttpRequest.newBuilder(URI.create(system.url(Site.BANK) + "/admin/banks/" + bank + "/" + what))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + system.directorKey());
    }

    private static String call(HttpRequest.Builder request) {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new IllegalStateException("the bank cannot be directed: " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a bank was directed", e);
        }
    }
}
