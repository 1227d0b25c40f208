package sekisho.server.door;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import sekisho.bank.redirect.BankKeys;
import sekisho.bank.redirect.DoorReader;
import sekisho.bank.redirect.DoorReading;
import sekisho.bank.redirect.DoorRequest;
import sekisho.bank.redirect.DoorTerms;
import sekisho.bank.redirect.LinkRequest;
import sekisho.bank.redirect.OpaqueId;
import sekisho.bank.redirect.RequestSigner;
import sekisho.server.linking.SupportedBank;
import sekisho.server.linking.SupportedBanks;

/** The way from the door to a bank and back, section 8 of {@code docs/bank-redirect.md}. Any thread. */
final class DoorRedirect implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(DoorRedirect.class.getName());
    private static final String RETURN = "/door/return";

    private final Supplier<URI> issuer;
    private final String operator;
    private final SupportedBanks banks;
    private final RequestSigner signer;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private Keys keys;

    private record Keys(Set<URI> of, BankKeys keys) {}

    /** What was asked, and the form's field that asks it. */
    record Signed(DoorRequest request, String form) {}

    /**
     * @param issuer our base address, asked for at the first use: a port may not be known before
     * @param operator our name at the banks
     */
    DoorRedirect(Supplier<URI> issuer, String operator, SupportedBanks banks, ECKey key, InstantSource clock) {
        this.issuer = issuer;
        this.operator = operator;
        this.banks = banks;
        this.signer = new RequestSigner(key);
        this.clock = clock;
        this.keys = new Keys(Set.of(), new BankKeys(List.of(), clock));
    }

    URI issuer() {
        return issuer.get();
    }

    Signed sign(SupportedBank bank, Errand errand, String binding, DoorTerms terms) {
        URI us = issuer.get();
        var parties = new LinkRequest.Parties(us, bank.issuer(), URI.create(us + RETURN), operator);
        var request = new DoorRequest(
                LinkRequest.of(parties, errand.purpose(), OpaqueId.next(random), binding, clock.instant(), random),
                terms);
        return new Signed(request, signer.sign(request));
    }

    /** The nonce that a result names; not checked, only to find what was sent. */
    Optional<String> nonce(String result) {
        try {
            return Optional.ofNullable(SignedJWT.parse(result).getJWTClaimsSet().getStringClaim("nonce"))
                    .filter(nonce -> nonce.matches("[0-9a-f]{32}"));
        } catch (ParseException noJws) {
            return Optional.empty();
        }
    }

    /** What a bank says to a visit, for a browser with this binding; empty: nothing that is its answer. */
    Optional<DoorReading.Accepted> read(String result, DoorVisit visit, String bindingNow) {
        URI bank = visit.sent().sent().bank();
        try {
            var bankKeys = keys(bank).keys(bank, result);
            return switch (DoorReader.read(result, visit.sent(), bindingNow, bankKeys, clock.instant())) {
                case DoorReading.Accepted accepted -> Optional.of(accepted);
                case DoorReading.Refused(var reason) -> {
                    LOG.log(Level.WARNING, "a bank''s answer at the door was refused: {0}", reason);
                    yield Optional.empty();
                }
            };
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the keys of {0} are not to be had: {1}", bank, e.getMessage());
            return Optional.empty();
        }
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

    @Override
    public synchronized void close() {
        keys.keys().close();
    }
}
