package sekisho.server.linking;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sekisho.bank.backchannel.Backchannel;
import sekisho.bank.backchannel.BackchannelBank;
import sekisho.bank.backchannel.BackchannelRequest;
import sekisho.bank.backchannel.DebitFileExchange;
import sekisho.bank.backchannel.HandingIn;
import sekisho.bank.backchannel.MandateResult;
import sekisho.bank.backchannel.Noticing;
import sekisho.bank.backchannel.Sending;
import sekisho.bank.backchannel.SentBackchannel;
import sekisho.bank.backchannel.SentFile;
import sekisho.bank.backchannel.Standing;
import sekisho.bank.redirect.BankKeys;
import sekisho.bank.redirect.LinkRequest;
import sekisho.bank.redirect.OpaqueId;
import sekisho.bank.redirect.Purpose;
import sekisho.bank.redirect.Reading;
import sekisho.bank.redirect.RequestSigner;
import sekisho.bank.redirect.SentRequest;
import sekisho.formats.zengin.DebitHeader;
import sekisho.formats.zengin.ZenginText;
import sekisho.protocol.BankId;
import sekisho.protocol.BookId;
import sekisho.protocol.OperationId;
import sekisho.server.banking.BankApiKeys;

/** Banks that are asked without a browser, each by its connector. Any thread. */
final class BackchannelBanks implements WithoutBrowser, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(BackchannelBanks.class.getName());
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final DateTimeFormatter MONTH_AND_DAY = DateTimeFormatter.ofPattern("MMdd");

    /** The number that banks would give us as a collector. */
    private static final String COLLECTOR = "0000000001";

    private static final String HEAD_OFFICE = "001";

    private final SignedRedirect.Us us;
    private final RequestSigner signer;
    private final BankApiKeys apiKeys;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<BankId, Line> lines = new HashMap<>();

    BackchannelBanks(SignedRedirect.Us us, ECKey key, BankApiKeys apiKeys, InstantSource clock) {
        this.us = us;
        this.signer = new RequestSigner(key);
        this.apiKeys = apiKeys;
        this.clock = clock;
    }

    /** How one bank is spoken with, as long as it stays where it is. */
    private record Line(URI issuer, Way way, BankKeys keys, Backchannel backchannel, DebitFileExchange files)
            implements AutoCloseable {
        @Override
        public void close() {
            backchannel.close();
            files.close();
            keys.close();
        }
    }

    @Override
    public Asked ask(SupportedBank bank, BankRedirect.Asking asking, Named named) {
        Optional<Line> line = line(bank);
        if (line.isEmpty()) {
            return new Asked.NotNow();
        }
        LinkRequest request = request(asking);
        try {
            var whole = new BackchannelRequest(request, named.account(), named.holder());
            return line.get().way() == Way.FILE ? handIn(bank, line.get(), whole) : send(line.get(), whole);
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    "bank {0} takes no request now: {1}",
                    bank.bank().code(),
                    e.getMessage());
            return new Asked.NotNow();
        }
    }

    @Override
    public Now look(Attempt attempt, Open open, String bindingNow) {
        return with(
                attempt,
                line -> line.way() == Way.FILE
                        ? collect(line, attempt, open, bindingNow)
                        : now(line.backchannel().ask(sent(attempt, open), bindingNow), open));
    }

    @Override
    public Now enter(Attempt attempt, Open open, String code, String bindingNow) {
        return with(attempt, line -> now(line.backchannel().enter(sent(attempt, open), code, bindingNow), open));
    }

    @Override
    public Noticed notice(SupportedBank bank, OperationId link) {
        Optional<Line> line = line(bank);
        if (line.isEmpty()) {
            return new Noticed.NotNow();
        }
        try {
            return switch (line.get().backchannel().sendNotice(BookId.FIRST, link)) {
                case Noticing.Sent(var id, var expires, var tries) ->
                    new Noticed.Sent(new Open(id.hex(), expires, tries));
                case Noticing.Refused(var why) -> {
                    LOG.log(Level.WARNING, "{0} puts no code on a statement: {1}", bank.issuer(), why);
                    yield new Noticed.NotNow();
                }
            };
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    "bank {0} takes no request now: {1}",
                    bank.bank().code(),
                    e.getMessage());
            return new Noticed.NotNow();
        }
    }

    @Override
    public Took enterNotice(SupportedBank bank, Open open, String code) {
        Optional<Line> line = line(bank);
        if (line.isEmpty()) {
            return new Took.Unknown();
        }
        try {
            return line.get()
                    .backchannel()
                    .enterNotice(new OpaqueId(open.id()), code)
                    .<Took>map(Took.Waiting::new)
                    .orElseGet(Took.Over::new);
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    "bank {0} takes no code now: {1}",
                    bank.bank().code(),
                    e.getMessage());
            return new Took.Unknown();
        }
    }

    private interface Question {
        Now on(Line line) throws IOException;
    }

    private Now with(Attempt attempt, Question question) {
        Optional<Line> line = line(attempt.bank());
        if (line.isEmpty()) {
            return new Now.Unknown();
        }
        try {
            return question.on(line.get());
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    "bank {0} does not say where a request stands: {1}",
                    attempt.bank().bank().code(),
                    e.getMessage());
            return new Now.Unknown();
        }
    }

    private static Asked send(Line line, BackchannelRequest request) throws IOException {
        return switch (line.backchannel().send(request)) {
            case Sending.Taken(var sent) ->
                taken(request, sent.sent(), new Open(sent.id().hex(), sent.expires(), sent.tries()));
            case Sending.Refused(var why) -> refused(line, why);
        };
    }

    /** A file of one mandate: whoever waits is asked about at once. */
    private Asked handIn(SupportedBank bank, Line line, BackchannelRequest request) throws IOException {
        var header = new DebitHeader(
                COLLECTOR,
                ZenginText.of(us.operator()).orElse(""),
                MONTH_AND_DAY.format(LocalDate.ofInstant(clock.instant(), JAPAN)),
                "%04d".formatted(bank.bank().code()),
                "",
                HEAD_OFFICE,
                "",
                "");
        return switch (line.files().handIn(header, List.of(request))) {
            case HandingIn.Taken(var sent) ->
                taken(request, sent.requests().getFirst(), new Open(sent.id().hex(), sent.ready(), 0));
            case HandingIn.Refused(var why) -> refused(line, why);
        };
    }

    private static Asked taken(BackchannelRequest request, SentRequest sent, Open open) {
        LinkRequest asked = request.asked();
        var kept = new BankRedirect.Sent(
                sent.bank(),
                SignedRedirect.uuid(sent.reference()),
                sent.binding(),
                sent.nonce().hex(),
                sent.digest(),
                SignedRedirect.ourWords(sent.asked()),
                open.answersAt());
        return new Asked.Taken(new BankRedirect.Signed("", asked.matchingNumber(), kept), open);
    }

    private static Asked refused(Line line, String why) {
        LOG.log(Level.WARNING, "{0} refused a request: {1}", line.issuer(), why);
        return new Asked.NotNow();
    }

    private Now collect(Line line, Attempt attempt, Open open, String bindingNow) throws IOException {
        if (clock.instant().isBefore(open.answersAt())) {
            return new Now.Waiting(0);
        }
        var sent = new SentFile(new OpaqueId(open.id()), open.answersAt(), List.of(kept(attempt)));
        Optional<List<MandateResult>> results = line.files().collectMandates(sent, List.of(bindingNow));
        return results.<Now>map(all -> ended(all.getFirst().reading())).orElseGet(() -> new Now.Waiting(0));
    }

    private static Now now(Standing standing, Open open) {
        return switch (standing) {
            case Standing.Waiting(var tries) -> new Now.Waiting(tries);
            case Standing.TooSoon() -> new Now.Waiting(open.tries());
            case Standing.Answered(var reading) -> ended(reading);
            // A bank that was started again has forgotten it.
            case Standing.Gone() -> new Now.Ended(new BankRedirect.Back.NothingSaid("gone"));
        };
    }

    private static Now ended(Reading reading) {
        return new Now.Ended(
                switch (reading) {
                    case Reading.Refused(var reason) -> new BankRedirect.Back.Refused(reason.name());
                    case Reading.Accepted(var result) -> SignedRedirect.back(result);
                });
    }

    private SentBackchannel sent(Attempt attempt, Open open) {
        return new SentBackchannel(
                kept(attempt), new OpaqueId(open.id()), java.time.Duration.ZERO, open.answersAt(), open.tries());
    }

    private SentRequest kept(Attempt attempt) {
        var sent = attempt.sent();
        var asked = EnumSet.noneOf(sekisho.bank.redirect.Attribute.class);
        sent.asked().forEach(attribute -> asked.add(SignedRedirect.bankWord(attribute)));
        return new SentRequest(
                us.issuer().get(),
                sent.bank(),
                sent.expiresAt(),
                new OpaqueId(sent.nonce()),
                Purpose.LINK,
                SignedRedirect.opaque(sent.reference()),
                sent.binding(),
                asked,
                sent.digest(),
                Optional.of(attempt.terms()));
    }

    private LinkRequest request(BankRedirect.Asking asking) {
        URI issuer = us.issuer().get();
        Instant now = clock.instant();
        return LinkRequest.of(
                        new LinkRequest.Parties(issuer, asking.bank(), issuer, us.operator()),
                        Purpose.LINK,
                        SignedRedirect.opaque(asking.reference()),
                        asking.binding(),
                        now,
                        random)
                .comparing(SignedRedirect.compared(asking.compared()))
                .stating(asking.terms());
    }

    /** Empty: this process has no secret at that bank. */
    private synchronized Optional<Line> line(SupportedBank bank) {
        @Nullable Line known = lines.get(bank.bank());
        Way way = Way.to(bank);
        if (known != null && known.issuer().equals(bank.issuer()) && known.way() == way) {
            return Optional.of(known);
        }
        if (known != null) {
            known.close();
            lines.remove(bank.bank());
        }
        return apiKeys.at(bank.bank()).map(apiKey -> {
            var there = new BackchannelBank(bank.bank(), bank.issuer(), way.rail(), apiKey);
            var keys = new BankKeys(Set.of(bank.issuer()), clock);
            var line = new Line(
                    bank.issuer(),
                    way,
                    keys,
                    new Backchannel(there, keys, signer, clock),
                    new DebitFileExchange(there, keys, signer, clock));
            lines.put(bank.bank(), line);
            return line;
        });
    }

    @Override
    public synchronized void close() {
        lines.values().forEach(Line::close);
        lines.clear();
    }
}
