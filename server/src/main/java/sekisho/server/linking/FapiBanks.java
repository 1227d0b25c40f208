package sekisho.server.linking;

import com.nimbusds.jose.jwk.ECKey;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sekisho.bank.fapi.Arrival;
import sekisho.bank.fapi.Comparison;
import sekisho.bank.fapi.Departure;
import sekisho.bank.fapi.FapiBank;
import sekisho.bank.fapi.FapiConnector;
import sekisho.bank.fapi.FapiRefusal;
import sekisho.bank.fapi.FapiRequest;
import sekisho.bank.fapi.SentAuthorisation;
import sekisho.bank.redirect.Factor;
import sekisho.bank.redirect.LinkResult;
import sekisho.bank.redirect.MatchCode;
import sekisho.bank.redirect.Purpose;
import sekisho.bank.redirect.StatementTerms;
import sekisho.bank.redirect.StatementTranslator;
import sekisho.formats.matching.Attribute;
import sekisho.formats.matching.Matching;
import sekisho.protocol.BankId;
import sekisho.protocol.Digest;
import sekisho.protocol.PublicKey;

/**
 * Banks that speak FAPI 2.0, each by its connector. They sign ID tokens and no statements: what they say is told to the engine by a
 * translator of each bank's own, whose key two members of staff have registered (docs/decisions/0202). Any thread.
 */
public final class FapiBanks implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(FapiBanks.class.getName());
    private static final String RETURN = "/link/return/fapi/";

    private final Supplier<URI> returnsAt;
    private final Map<BankId, FapiProperties.At> banks;
    private final Path keys;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<BankId, FapiConnector> connectors = new HashMap<>();
    private final Map<BankId, StatementTranslator> translators = new HashMap<>();

    /**
     * Those with settings.
     *
     * @param returnsAt the base of the addresses that browsers come back to, asked for at the first use: a port may not be known before
     * @param keys the folder with our halves: one key for all banks as their client, one for each bank as its translator
     */
    FapiBanks(Supplier<URI> returnsAt, Map<BankId, FapiProperties.At> banks, Path keys, InstantSource clock) {
        this.returnsAt = returnsAt;
        this.banks = Map.copyOf(banks);
        this.keys = keys;
        this.clock = clock;
    }

    /** What a bank's word came to. */
    sealed interface Said {

        /**
         * It says who that was.
         *
         * @param evidence SHA-256 of its ID token
         */
        record Word(BankRedirect.Back.Said back, Digest evidence) implements Said {}

        /** It, or its customer, said no before an account was named; or nothing came. */
        record Nothing(String why) implements Said {}

        /** It is no answer to what was asked. */
        record Refused(FapiRefusal reason) implements Said {}
    }

    /** The key that signs in the place of a bank: to be registered in the engine as one of the bank's. */
    public PublicKey translator(BankId bank) {
        return translatorAt(bank).publicKey();
    }

    /** Our public key as a client, as a JWK set: what every bank has of us. */
    public String publicKeys() {
        return new com.nimbusds.jose.jwk.JWKSet(client().toPublicJWK()).toString();
    }

    /** Announces a request to a bank; empty: there is no such bank here. */
    Optional<Departure> depart(SupportedBank bank, BankRedirect.Asking asking) {
        var asked = SignedRedirect.compared(asking.compared()).keySet();
        var request = new FapiRequest(Purpose.LINK, SignedRedirect.opaque(asking.reference()), asking.binding(), asked);
        return connector(bank).map(connector -> connector.depart(request));
    }

    /**
     * Reads what a browser brings back.
     *
     * @param sent taken for this, and not to be used again
     * @param verified attributes of the person who asked
     */
    Said arrive(
            Attempt attempt, String query, SentAuthorisation sent, String bindingNow, Map<Attribute, String> verified) {
        SupportedBank bank = attempt.bank();
        Optional<FapiConnector> connector =
                connector(bank).filter(_ -> sent.issuer().equals(bank.issuer()));
        if (connector.isEmpty()) {
            return new Said.Nothing("bank-changed");
        }
        return switch (connector.get().arrive(query, sent, bindingNow, SignedRedirect.compared(verified))) {
            case Arrival.Identified(var result, var evidence) -> translated(bank, result, attempt.terms(), evidence);
            case Arrival.TurnedDown(var error) -> new Said.Nothing(error);
            case Arrival.Refused(var reason) -> new Said.Refused(reason);
            case Arrival.Unanswered(var sentence) -> {
                LOG.log(Level.WARNING, "{0} gave no whole answer: {1}", bank.issuer(), sentence);
                yield new Said.Nothing("unanswered");
            }
        };
    }

    private Said translated(SupportedBank bank, LinkResult result, StatementTerms terms, Digest evidence) {
        Set<String> methods = result.factors().stream().map(Factor::method).collect(Collectors.toSet());
        if (!methods.containsAll(Objects.requireNonNull(banks.get(bank.bank())).factors())) {
            return new Said.Refused(FapiRefusal.FACTORS_TOO_FEW);
        }
        LinkResult whole = translatorAt(bank.bank()).translate(result, terms, clock.instant());
        return switch (SignedRedirect.back(whole)) {
            case BankRedirect.Back.Said said -> new Said.Word(said, evidence);
            case BankRedirect.Back.NothingSaid(var why) -> new Said.Nothing(why);
            case BankRedirect.Back.Refused _ ->
                throw new IllegalStateException("a result that was read is not refused");
        };
    }

    /** As everything else is compared here: a way of writing is no other name. */
    private static MatchCode compare(sekisho.bank.redirect.Attribute attribute, String ours, String theirs) {
        Attribute ourWord =
                SignedRedirect.ourWords(Set.of(attribute)).iterator().next();
        return switch (Matching.compare(ourWord, ours, theirs)) {
            case MTCH -> MatchCode.MTCH;
            case CMTC -> MatchCode.CMTC;
            case NMTC -> MatchCode.NMTC;
            case NOAP -> MatchCode.NOAP;
        };
    }

    /** Empty: the bank has no settings here, or is somewhere else than they say. */
    private synchronized Optional<FapiConnector> connector(SupportedBank bank) {
        FapiProperties.@Nullable At at = banks.get(bank.bank());
        if (at == null || !at.issuer().equals(bank.issuer())) {
            LOG.log(Level.WARNING, "sekisho.linking.fapi.banks has no bank {0}", bank.issuer());
            return Optional.empty();
        }
        return Optional.of(connectors.computeIfAbsent(bank.bank(), _ -> connector(bank.bank(), at)));
    }

    private FapiConnector connector(BankId bank, FapiProperties.At at) {
        URI returnTo = URI.create(returnsAt.get() + RETURN + "%04d".formatted(bank.code()));
        var there = new FapiBank(
                at.issuer(), at.clientId(), client(), returnTo, at.reach(), at.trustFrameworks(), at.asksForClaims());
        Set<URI> issuers =
                banks.values().stream().map(FapiProperties.At::issuer).collect(Collectors.toSet());
        Comparison comparison = FapiBanks::compare;
        return new FapiConnector(there, issuers, comparison, clock, random);
    }

    private synchronized StatementTranslator translatorAt(BankId bank) {
        return translators.computeIfAbsent(
                bank, one -> new StatementTranslator(LinkKey.in(keys, "translator-%04d".formatted(one.code()))));
    }

    private synchronized ECKey client() {
        return LinkKey.in(keys, "fapi-client");
    }

    @Override
    public synchronized void close() {
        connectors.values().forEach(FapiConnector::close);
        connectors.clear();
    }
}
