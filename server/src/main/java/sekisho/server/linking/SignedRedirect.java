package sekisho.server.linking;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import sekisho.bank.redirect.BankKeys;
import sekisho.bank.redirect.LinkRequest;
import sekisho.bank.redirect.LinkResult;
import sekisho.bank.redirect.NoticeReader;
import sekisho.bank.redirect.OpaqueId;
import sekisho.bank.redirect.Purpose;
import sekisho.bank.redirect.Reading;
import sekisho.bank.redirect.RequestSigner;
import sekisho.bank.redirect.ResultReader;
import sekisho.bank.redirect.SentRequest;
import sekisho.bank.redirect.StatementTerms;
import sekisho.formats.matching.Attribute;

/** The redirect of {@code docs/bank-redirect.md}. Any thread. */
final class SignedRedirect implements BankRedirect, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SignedRedirect.class.getName());
    private static final String RETURN = "/link/return";
    private static final int LONGEST_NOTICE = 8_192;

    private final Us us;
    private final SupportedBanks banks;
    private final RequestSigner signer;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private Keys keys;

    /**
     * Who we are to banks.
     *
     * @param issuer our base address, asked for at the first use: a port may not be known before
     * @param operator our name at the banks
     */
    record Us(Supplier<URI> issuer, String operator) {}

    private record Keys(Set<URI> of, BankKeys keys) {}

    SignedRedirect(Us us, SupportedBanks banks, ECKey key, InstantSource clock) {
        this.us = us;
        this.banks = banks;
        this.signer = new RequestSigner(key);
        this.clock = clock;
        this.keys = new Keys(Set.of(), new BankKeys(List.of(), clock));
    }

    @Override
    public Signed sign(Asking asking) {
        URI issuer = us.issuer().get();
        var parties = new LinkRequest.Parties(issuer, asking.bank(), URI.create(issuer + RETURN), us.operator());
        var request = LinkRequest.of(
                        parties, Purpose.LINK, opaque(asking.reference()), asking.binding(), clock.instant(), random)
                .comparing(compared(asking.compared()))
                .stating(asking.terms());
        String form = signer.sign(request);
        var kept = SentRequest.of(request, form);
        return new Signed(
                form,
                request.matchingNumber(),
                new Sent(
                        asking.bank(),
                        asking.reference(),
                        asking.binding(),
                        kept.nonce().hex(),
                        kept.digest(),
                        asking.compared().keySet(),
                        kept.expiresAt()));
    }

    @Override
    public Optional<String> nonce(String result) {
        try {
            return Optional.ofNullable(SignedJWT.parse(result).getJWTClaimsSet().getStringClaim("nonce"))
                    .filter(nonce -> nonce.matches("[0-9a-f]{32}"));
        } catch (ParseException noJws) {
            return Optional.empty();
        }
    }

    @Override
    public String publicKeys() {
        return signer.publicKeys();
    }

    @Override
    public Back read(String result, Sent sent, StatementTerms terms, String bindingNow) {
        try {
            var bankKeys = keys(sent.bank()).keys(sent.bank(), result);
            return switch (ResultReader.read(result, kept(sent, terms), bindingNow, bankKeys, clock.instant())) {
                case Reading.Refused(var reason) -> new Back.Refused(reason.name());
                case Reading.Accepted(var accepted) -> back(accepted);
            };
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the keys of {0} are not to be had: {1}", sent.bank(), e.getMessage());
            return new Back.Refused("KEYS_NOT_THERE");
        }
    }

    @Override
    public Notice readNotice(String notice) {
        Optional<SupportedBank> from = issuer(notice)
                .flatMap(issuer -> banks.all().stream()
                        .filter(bank -> bank.issuer().toString().equals(issuer))
                        .findFirst());
        if (from.isEmpty()) {
            return new Notice.Refused("UNKNOWN_BANK");
        }
        URI bank = from.get().issuer();
        try {
            var bankKeys = keys(bank).keys(bank, notice);
            return switch (NoticeReader.read(notice, bank, us.issuer().get(), bankKeys, clock.instant())) {
                case NoticeReader.Notice.Refused(var reason) -> new Notice.Refused(reason.name());
                case NoticeReader.Notice.Accepted _ ->
                    new Notice.Ended(from.get().bank());
            };
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the keys of {0} are not to be had: {1}", bank, e.getMessage());
            return new Notice.NotNow();
        }
    }

    /** Who a notice says it is from; not checked, only to find whose keys to check it with. */
    private static Optional<String> issuer(String notice) {
        try {
            return notice.length() > LONGEST_NOTICE
                    ? Optional.empty()
                    : Optional.ofNullable(
                            SignedJWT.parse(notice).getJWTClaimsSet().getIssuer());
        } catch (ParseException noJws) {
            return Optional.empty();
        }
    }

    static Back back(LinkResult result) {
        if (result.statement().isEmpty()) {
            return new Back.NothingSaid(result.code().word());
        }
        Optional<Granted> granted = result.mandate()
                .flatMap(mandate ->
                        result.shown().map(shown -> new Granted(mandate, shown.japanese(), shown.english())));
        return new Back.Said(result.statement().get(), granted, result.code().word());
    }

    private SentRequest kept(Sent sent, StatementTerms terms) {
        var asked = EnumSet.noneOf(sekisho.bank.redirect.Attribute.class);
        sent.asked().forEach(attribute -> asked.add(bankWord(attribute)));
        return new SentRequest(
                us.issuer().get(),
                sent.bank(),
                sent.expiresAt(),
                new OpaqueId(sent.nonce()),
                Purpose.LINK,
                opaque(sent.reference()),
                sent.binding(),
                asked,
                sent.digest(),
                Optional.of(terms));
    }

    /** Banks may have been added since: no other address than theirs is ever called. */
    private synchronized BankKeys keys(URI bank) {
        if (!keys.of().contains(bank)) {
            Set<URI> known =
                    Set.copyOf(banks.all().stream().map(SupportedBank::issuer).toList());
            keys.keys().close();
            keys = new Keys(known, new BankKeys(known, clock));
        }
        return keys.keys();
    }

    static Map<sekisho.bank.redirect.Attribute, String> compared(Map<Attribute, String> verified) {
        var compared = new EnumMap<sekisho.bank.redirect.Attribute, String>(sekisho.bank.redirect.Attribute.class);
        verified.forEach((attribute, value) -> compared.put(bankWord(attribute), value));
        return compared;
    }

    static sekisho.bank.redirect.Attribute bankWord(Attribute attribute) {
        return switch (attribute) {
            case NAME_KANJI -> sekisho.bank.redirect.Attribute.NAME_KANJI;
            case NAME_KANA -> sekisho.bank.redirect.Attribute.NAME_KANA;
            case BIRTH_DATE -> sekisho.bank.redirect.Attribute.BIRTH_DATE;
            case PHONE -> sekisho.bank.redirect.Attribute.PHONE;
            case ADDRESS -> sekisho.bank.redirect.Attribute.ADDRESS;
            case NAME_LATIN -> throw new IllegalArgumentException("no bank compares names in Latin letters");
        };
    }

    /** The same in our words. */
    static Set<Attribute> ourWords(Set<sekisho.bank.redirect.Attribute> asked) {
        return java.util.Arrays.stream(Attribute.values())
                .filter(one -> one != Attribute.NAME_LATIN && asked.contains(bankWord(one)))
                .collect(java.util.stream.Collectors.toSet());
    }

    static UUID uuid(OpaqueId id) {
        return new UUID(
                java.util.HexFormat.fromHexDigitsToLong(id.hex(), 0, 16),
                java.util.HexFormat.fromHexDigitsToLong(id.hex(), 16, 32));
    }

    static OpaqueId opaque(UUID id) {
        return new OpaqueId(id.toString().replace("-", ""));
    }

    @Override
    public synchronized void close() {
        keys.keys().close();
    }
}
