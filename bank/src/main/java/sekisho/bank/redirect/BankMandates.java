package sekisho.bank.redirect;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import sekisho.bank.AccountToken;

/** What a bank says about our mandates there. Any thread. */
public final class BankMandates implements AutoCloseable {
    private final URI bank;
    private final String apiKey;
    private final BankCalls calls;

    /** @param bank the bank's issuer */
    public BankMandates(URI bank, String apiKey) {
        this.bank = BankCalls.requireSafe(bank);
        this.apiKey = apiKey;
        this.calls = new BankCalls(List.of(bank));
    }

    /**
     * Mandates that have ended behind a number, oldest first, at most a thousand.
     *
     * @throws IOException if the bank gave no such list; ask again
     */
    public List<EndedMandate> endedAfter(long number) throws IOException {
        var response = calls.send(request("/mandates/ended?after=" + number).build());
        if (response.statusCode() != 200) {
            throw new IOException("the bank answered " + response.statusCode() + " when asked for ended mandates");
        }
        try {
            List<EndedMandate> ended = SignedDocument.unsigned(response.body()).objects("ended").stream()
                    .map(EndedMandate::of)
                    .toList();
            for (int i = 0; i < ended.size(); i++) {
                if (ended.get(i).number() != number + i + 1) {
                    throw new IOException("the bank's list of ended mandates has a gap behind " + (number + i));
                }
            }
            return ended;
        } catch (IllegalArgumentException e) {
            throw new IOException("what the bank answered is no list of ended mandates", e);
        }
    }

    /**
     * Ends a mandate because our customer wants it. Doing it again does no harm.
     *
     * @return false if the bank does not know the mandate
     * @throws IOException if it is not known whether it ended; ask again
     */
    public boolean end(AccountToken mandate) throws IOException {
        var response = calls.send(request("/mandates/" + mandate.hex() + "/end")
                .POST(BodyPublishers.noBody())
                .build());
        return switch (response.statusCode()) {
            case 200 -> true;
            case 404 -> false;
            default -> throw new IOException("the bank answered " + response.statusCode() + " when told of an end");
        };
    }

    @Override
    public void close() {
        calls.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(bank + path)).header("Authorization", "Bearer " + apiKey);
    }
}
