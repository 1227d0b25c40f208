package sekisho.bank.backchannel;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import sekisho.bank.redirect.BankKeys;
import sekisho.bank.redirect.OpaqueId;
import sekisho.bank.redirect.Reading;
import sekisho.bank.redirect.RequestSigner;
import sekisho.bank.redirect.ResultCode;
import sekisho.bank.redirect.SentRequest;
import sekisho.formats.zengin.DebitEntry;
import sekisho.formats.zengin.DebitFile;
import sekisho.formats.zengin.DebitFiles;
import sekisho.formats.zengin.DebitHeader;
import sekisho.formats.zengin.DebitResult;
import sekisho.formats.zengin.DepositType;
import sekisho.formats.zengin.Ending;
import sekisho.formats.zengin.Novelty;
import sekisho.formats.zengin.Purpose;
import sekisho.formats.zengin.Stage;
import sekisho.formats.zengin.ZenginText;

/**
 * Exchanges Zengin's files with one bank: mandates, each with a signed request beside it, and debits under them. Any thread.
 *
 * <p>The result of a file of mandates has two parts, the file and a signed word for each entry. The word is what counts; a file
 * that says otherwise, or a part that is missing, is refused whole.
 */
public final class DebitFileExchange implements AutoCloseable {
    private static final int CUSTOMER_DIGITS = 20;

    private final BackchannelBank bank;
    private final Exchange exchange;

    /** @param keys which know the bank; they stay open when this is closed */
    public DebitFileExchange(BackchannelBank bank, BankKeys keys, RequestSigner signer, InstantSource clock) {
        this.bank = bank;
        this.exchange = new Exchange(bank, keys, signer, clock);
    }

    /**
     * Hands in a file of mandates.
     *
     * @param header who collects
     * @param requests at least one, each with the holder's name as on the passbook
     * @throws IllegalArgumentException if a name cannot be written in Zengin's characters, or is too long: it is never cut
     */
    public HandingIn handIn(DebitHeader header, List<BackchannelRequest> requests) throws IOException {
        var entries = new ArrayList<DebitEntry>();
        var signed = new ArrayList<String>();
        var sent = new ArrayList<SentRequest>();
        for (BackchannelRequest request : requests) {
            entries.add(mandate(request));
            signed.add(exchange.sign(request));
            sent.add(SentRequest.of(request.asked(), signed.getLast()));
        }
        var file = new DebitFile(Purpose.MANDATE, Stage.REQUEST, header, entries, endings());
        return taken(
                exchange.call("/debit-files/mandates", Map.of("file", base64(file), "requests", List.copyOf(signed))),
                sent);
    }

    /** Hands in a file of debits. The same file again is the same hand-in: nothing is debited twice. */
    public HandingIn handIn(DebitFile debits) throws IOException {
        if (debits.purpose() != Purpose.DEBIT || debits.stage() != Stage.REQUEST) {
            throw new IllegalArgumentException("only files of debits that are to be done are handed in");
        }
        return taken(exchange.call("/debit-files/debits", Map.of("file", base64(debits))), List.of());
    }

    /**
     * Collects what became of a file of mandates; empty: it is not ready.
     *
     * @param bindingsNow of each request, computed again from the browser that waits
     * @throws IOException if there is no result, or no whole one, or its parts contradict each other
     */
    public Optional<List<MandateResult>> collectMandates(SentFile sent, List<String> bindingsNow) throws IOException {
        Exchange.Said said = asked(sent);
        if (isWaiting(said)) {
            return Optional.empty();
        }
        DebitFile file = file(said, Purpose.MANDATE);
        List<String> results = said.claims().texts("results");
        int count = sent.requests().size();
        if (file.entries().size() != count || results.size() != count || bindingsNow.size() != count) {
            throw new IOException("the bank's result has another number of mandates than the file");
        }
        var all = new ArrayList<MandateResult>();
        for (int i = 0; i < count; i++) {
            Reading reading = exchange.read(results.get(i), sent.requests().get(i), bindingsNow.get(i));
            var one = new MandateResult(file.entries().get(i).result(), reading);
            if (!file.entries()
                    .get(i)
                    .customer()
                    .strip()
                    .equals(customerNumber(sent.requests().get(i).reference()))) {
                throw new IOException("the bank's file has the mandates in another order");
            }
            requireAgreement(one);
            all.add(one);
        }
        return Optional.of(all);
    }

    /** Collects what became of a file of debits; empty: it is not ready. Its entries have their results. */
    public Optional<DebitFile> collectDebits(SentFile sent) throws IOException {
        Exchange.Said said = asked(sent);
        return isWaiting(said) ? Optional.empty() : Optional.of(file(said, Purpose.DEBIT));
    }

    /** The collector's number for a customer: what fits of a mandate's reference. */
    public static String customerNumber(OpaqueId reference) {
        return reference.hex().substring(0, CUSTOMER_DIGITS).toUpperCase(Locale.ROOT);
    }

    @Override
    public void close() {
        exchange.close();
    }

    /** What the file says of a mandate is what the signed word says of it. */
    private static void requireAgreement(MandateResult one) throws IOException {
        if (one.reading() instanceof Reading.Accepted(var result)) {
            boolean given = result.code() == ResultCode.GRANTED
                    && (result.purpose() != sekisho.bank.redirect.Purpose.LINK
                            || result.mandate().isPresent());
            if (given != (one.code() == DebitResult.DONE)) {
                throw new IOException("the bank's file says otherwise than its signed word");
            }
        }
    }

    private DebitEntry mandate(BackchannelRequest request) {
        String holder = ZenginText.of(request.holder())
                .map(String::strip)
                .orElseThrow(() -> new IllegalArgumentException("the holder's name is to be written in kana"));
        return new DebitEntry(
                "%04d".formatted(bank.id().code()),
                "",
                request.account().branch(),
                "",
                DepositType.ORDINARY,
                request.account().number(),
                holder,
                0,
                Novelty.FIRST,
                customerNumber(request.asked().reference()),
                DebitResult.DONE);
    }

    private static Ending endings() {
        return new Ending(Ending.Line.CR_LF, false);
    }

    private static String base64(DebitFile file) {
        return Base64.getEncoder().encodeToString(file.bytes());
    }

    private Exchange.Said asked(SentFile sent) throws IOException {
        Exchange.Said said = exchange.call("/debit-files/" + sent.id(), null);
        if (said.status() != 200) {
            throw new IOException("the bank has no such file any more");
        }
        return said;
    }

    private static boolean isWaiting(Exchange.Said said) throws IOException {
        try {
            return said.claims().text("status").equals("waiting");
        } catch (IllegalArgumentException e) {
            throw new IOException("what the bank said of a file is not in the protocol", e);
        }
    }

    private static DebitFile file(Exchange.Said said, Purpose purpose) throws IOException {
        try {
            byte[] bytes = Base64.getDecoder().decode(said.claims().text("file"));
            return switch (DebitFiles.read(bytes, purpose, Stage.RESULT)) {
                case sekisho.formats.zengin.Reading.Read(var file) -> file;
                case sekisho.formats.zengin.Reading.Refused refused ->
                    throw new IOException("the bank's result file is not as Zengin has it: " + refused);
            };
        } catch (IllegalArgumentException e) {
            throw new IOException("the bank sent no file", e);
        }
    }

    private static HandingIn taken(Exchange.Said said, List<SentRequest> requests) throws IOException {
        try {
            if (said.status() != 200) {
                return new HandingIn.Refused(said.why());
            }
            return new HandingIn.Taken(new SentFile(
                    new OpaqueId(said.claims().text("id")),
                    Instant.ofEpochSecond(said.claims().number("ready")),
                    requests));
        } catch (IllegalArgumentException e) {
            throw new IOException("what the bank said of a file is not in the protocol", e);
        }
    }
}
