package sekisho.bank.backchannel;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sekisho.bank.redirect.BankCalls;
import sekisho.bank.redirect.BankKeys;
import sekisho.bank.redirect.Claims;
import sekisho.bank.redirect.Reading;
import sekisho.bank.redirect.RequestSigner;
import sekisho.bank.redirect.ResultReader;
import sekisho.bank.redirect.SentRequest;
import tools.jackson.databind.json.JsonMapper;

/** JSON to and from one bank, requests signed and results read. Any thread. */
final class Exchange implements AutoCloseable {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final BackchannelBank bank;
    /** What banks say of requests that they refuse (docs/bank-redirect.md). */
    private static final Set<String> WORDS = Set.of(
            "NOT_A_JWS",
            "WRONG_HEADER",
            "WRONG_TYPE",
            "NOT_A_DOCUMENT",
            "UNKNOWN_OPERATOR",
            "UNKNOWN_KEY",
            "BAD_SIGNATURE",
            "WRONG_AUDIENCE",
            "EXPIRED",
            "NOT_YET",
            "LIVES_TOO_LONG",
            "UNKNOWN_RETURN",
            "UNKNOWN_STATEMENT_KEY",
            "WRONG_RAIL",
            "ALREADY_USED",
            "KEYS_NOT_AVAILABLE",
            "BUSY");

    /** Which one of a file it is about. */
    private static final Pattern OF_ONE_REQUEST = Pattern.compile("^request [0-9]{1,6}: ");

    private final BankKeys keys;
    private final RequestSigner signer;
    private final InstantSource clock;
    private final BankCalls calls;

    Exchange(BackchannelBank bank, BankKeys keys, RequestSigner signer, InstantSource clock) {
        this.bank = bank;
        this.keys = keys;
        this.signer = signer;
        this.clock = clock;
        this.calls = new BankCalls(List.of(bank.issuer()));
    }

    /**
     * What a bank said.
     *
     * @param status of HTTP: 200, 400, 404 or 429
     */
    record Said(int status, Claims claims) {

        /**
         * The bank's word for why not, fit for a log: one of those that banks are known to have. Whatever else it says may hold what it
         * was told of a customer.
         */
        String why() {
            String said = claims.text("error");
            String word = OF_ONE_REQUEST.matcher(said).replaceFirst("");
            return WORDS.contains(word) ? said : "a word of its own, with status " + status;
        }
    }

    String sign(BackchannelRequest request) {
        if (!request.asked().bank().equals(bank.issuer())) {
            throw new IllegalArgumentException("the request is to another bank");
        }
        var more = new LinkedHashMap<String, Object>();
        more.put("rail", bank.rail());
        more.put(
                "account",
                Map.of(
                        "branch",
                        request.account().branch(),
                        "number",
                        request.account().number()));
        if (!request.holder().isEmpty()) {
            more.put("holder", request.holder());
        }
        return signer.signWithoutBrowser(request.asked(), more);
    }

    /**
     * Asks or tells the bank.
     *
     * @param body null: nothing is told
     * @throws IOException if no answer came, or none that the protocol has
     */
    Said call(String path, @Nullable Map<String, Object> body) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(bank.issuer() + path))
                .header("Authorization", "Bearer " + bank.apiKey());
        if (body != null) {
            request.header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(MAPPER.writeValueAsString(body), UTF_8));
        }
        HttpResponse<byte[]> response = calls.send(request.build());
        int status = response.statusCode();
        if (status != 200 && status != 400 && status != 404 && status != 429) {
            throw new IOException("the bank answered " + status + " without a browser");
        }
        try {
            return new Said(status, Claims.ofUnsigned(response.body()));
        } catch (IllegalArgumentException e) {
            throw new IOException("what the bank answered without a browser is no document", e);
        }
    }

    /** Holds a signed result to its request. */
    Reading read(String result, SentRequest sent, String bindingNow) throws IOException {
        JWKSet published = keys.keys(bank.issuer(), result);
        return ResultReader.read(result, sent, bindingNow, published, now());
    }

    Instant now() {
        return clock.instant();
    }

    @Override
    public void close() {
        calls.close();
    }
}
