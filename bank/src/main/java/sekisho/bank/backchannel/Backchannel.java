package sekisho.bank.backchannel;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import sekisho.bank.redirect.BankKeys;
import sekisho.bank.redirect.OpaqueId;
import sekisho.bank.redirect.RequestSigner;
import sekisho.bank.redirect.SentRequest;
import sekisho.protocol.BookId;
import sekisho.protocol.OperationId;

/**
 * Speaks with one bank whose app asks its owner, or that puts a code on a statement. Any thread.
 *
 * <p>Sending is not repeatable: each request is taken once. After an {@link IOException} nobody knows whether the bank took it;
 * send a new one, which the bank counts too. Asking and entering a code are safe to repeat only as far as tries allow.
 */
public final class Backchannel implements AutoCloseable {
    private static final int LONGEST_CODE = 80;
    private static final HexFormat HEX = HexFormat.of();

    private final Exchange exchange;

    /** @param keys which know the bank; they stay open when this is closed */
    public Backchannel(BackchannelBank bank, BankKeys keys, RequestSigner signer, InstantSource clock) {
        this.exchange = new Exchange(bank, keys, signer, clock);
    }

    /** Sends a request. */
    public Sending send(BackchannelRequest request) throws IOException {
        String signed = exchange.sign(request);
        Exchange.Said said = exchange.call("/backchannel", Map.of("request", signed));
        return taken(said, SentRequest.of(request.asked(), signed));
    }

    /**
     * Has the bank put a code on the statement of an account that was linked, as a notice to its holder. What comes of it is
     * in the bank's list of statements ({@link sekisho.bank.redirect.BankStatements}).
     *
     * @param book the link's, as its statements name it
     */
    public Noticing sendNotice(BookId book, OperationId link) throws IOException {
        String linkHex = HEX.toHexDigits(link.high()) + HEX.toHexDigits(link.low());
        Exchange.Said said = exchange.call(
                "/linkings/" + linkHex + "/deposit-code", Map.of("book", HEX.toHexDigits((long) book.value())));
        try {
            if (said.status() != 200) {
                return new Noticing.Refused(said.why());
            }
            var claims = said.claims();
            return new Noticing.Sent(
                    new OpaqueId(claims.text("id")),
                    Instant.ofEpochSecond(claims.number("expires")),
                    Math.toIntExact(claims.number("tries")));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IOException("what the bank said of a notice is not in the protocol", e);
        }
    }

    /**
     * Asks where a request stands.
     *
     * @param bindingNow the binding, computed again from the browser that waits
     */
    public Standing ask(SentBackchannel sent, String bindingNow) throws IOException {
        return standing(exchange.call("/backchannel/" + sent.id(), null), sent, bindingNow);
    }

    /**
     * Hands the bank a code that somebody read on a statement. The bank knows the code; we don't.
     *
     * @param code what was typed: the digits, or the statement's text, at most 80 characters
     * @param bindingNow as above
     */
    public Standing enter(SentBackchannel sent, String code, String bindingNow) throws IOException {
        if (code.length() > LONGEST_CODE) {
            throw new IllegalArgumentException("a code has at most 80 characters");
        }
        return standing(exchange.call("/backchannel/" + sent.id() + "/code", Map.of("code", code)), sent, bindingNow);
    }

    /**
     * Hands the bank a code for a notice.
     *
     * @return how many tries are left; empty: it is over, and its end is in the bank's list of statements
     */
    public Optional<Integer> enterNotice(OpaqueId id, String code) throws IOException {
        Exchange.Said said = exchange.call("/backchannel/" + id + "/code", Map.of("code", code));
        try {
            return said.status() == 200 && said.claims().text("status").equals("waiting")
                    ? Optional.of(Math.toIntExact(said.claims().number("tries")))
                    : Optional.empty();
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IOException("what the bank said of a code is not in the protocol", e);
        }
    }

    @Override
    public void close() {
        exchange.close();
    }

    private static Sending taken(Exchange.Said said, SentRequest sent) throws IOException {
        try {
            if (said.status() != 200) {
                return new Sending.Refused(said.why());
            }
            var claims = said.claims();
            return new Sending.Taken(new SentBackchannel(
                    sent,
                    new OpaqueId(claims.text("id")),
                    Duration.ofSeconds(claims.number("interval")),
                    Instant.ofEpochSecond(claims.number("expires")),
                    Math.toIntExact(claims.number("tries"))));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IOException("what the bank said of a request is not in the protocol", e);
        }
    }

    private Standing standing(Exchange.Said said, SentBackchannel sent, String bindingNow) throws IOException {
        try {
            return switch (said.status()) {
                case 404 -> new Standing.Gone();
                case 429 -> new Standing.TooSoon();
                case 200 ->
                    said.claims().text("status").equals("waiting")
                            ? new Standing.Waiting(Math.toIntExact(said.claims().number("tries")))
                            : new Standing.Answered(
                                    exchange.read(said.claims().text("result"), sent.sent(), bindingNow));
                default -> throw new IOException("the bank refused a question: " + said.why());
            };
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IOException("what the bank said of a request is not in the protocol", e);
        }
    }
}
