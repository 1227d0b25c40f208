package sekisho.banksimulator.redirect;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sekisho.banksimulator.banks.Operator;
import sekisho.banksimulator.books.DoorTerms;
import sekisho.banksimulator.books.StatementTerms;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Checks what a browser brings from an operator, and what an operator sends itself. Any thread. */
public final class RequestReader {
    private static final int LONGEST = 8_192;
    private static final long LONGEST_LIFE = 600;
    private static final long CLOCK_DIFFERENCE = 30;
    private static final int MOST_COMPARED = 8;
    private static final int LONGEST_NAME = 40;
    private static final String BY_BROWSER = "sekisho-link-request+jwt";
    private static final String BY_ITSELF = "sekisho-backchannel-request+jwt";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final Set<String> HEADERS = Set.of("alg", "typ", "kid");
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final List<Operator> operators;
    private final OperatorKeys keys;
    private final UsedRequests used = new UsedRequests();

    public RequestReader(List<Operator> operators, OperatorKeys keys) {
        this.operators = List.copyOf(operators);
        this.keys = keys;
    }

    /** The claims, as they come. Names are the protocol's. */
    private record Document(
            String iss,
            String aud,
            long iat,
            long exp,
            String jti,
            String nonce,
            String purpose,
            String reference,
            String binding,
            @Nullable String redirect_uri,
            String matching_number,
            String operator,
            @Nullable Map<String, String> match,
            @Nullable StatementTerms statement,
            @Nullable DoorTerms door,
            @Nullable String rail,
            @Nullable NamedAccount account,
            @Nullable String holder) {

        boolean isWhole() {
            return ID.matcher(jti).matches()
                    && ID.matcher(nonce).matches()
                    && ID.matcher(reference).matches()
                    && purpose.matches("link|prove|reverify|unlock")
                    && binding.matches("[A-Za-z0-9_-]{43}")
                    && matching_number.matches("[1-9][0-9]")
                    && (match == null || match.size() <= MOST_COMPARED)
                    && (door == null || isOfTheDoor());
        }

        /** Nobody at the door is compared, and no wallet is spoken of. */
        private boolean isOfTheDoor() {
            return purpose.matches("prove|unlock") && match == null && statement == null;
        }

        boolean namesOtherKeyThan(int number) {
            return (statement != null && statement.key() != number) || (door != null && door.key() != number);
        }
    }

    /** An account as it is named in a request, whether there is one or not. */
    private record NamedAccount(String branch, String number) {}

    /** Reads a request to the bank with an issuer. A good one is used by this. */
    public RequestReading read(String compact, String issuer, Instant now) throws InterruptedException {
        try {
            return new RequestReading.Accepted(accepted(compact, BY_BROWSER, issuer, now));
        } catch (Stop stop) {
            return new RequestReading.Refused(stop.reason);
        }
    }

    /**
     * Reads a request that an operator sends itself (docs/bank-backchannel.md). A good one is used by this.
     *
     * @param rail the only one that this bank has
     * @param operator the name of who sends it
     */
    public BackchannelReading read(String compact, String rail, String operator, String issuer, Instant now)
            throws InterruptedException {
        try {
            Document claims = claims(parsed(compact, BY_ITSELF));
            requireNamed(claims, rail);
            if (!claims.operator().equals(operator)) {
                throw new Stop(RequestRefusal.UNKNOWN_OPERATOR);
            }
            MandateRequest asked = accepted(compact, BY_ITSELF, issuer, now);
            NamedAccount account = requireNonNull(claims.account());
            return new BackchannelReading.Accepted(new BackchannelRequest(
                    asked,
                    requireNonNull(asked.statement().orElse(null)),
                    account.branch(),
                    account.number(),
                    Optional.ofNullable(claims.holder()).orElse("")));
        } catch (Stop stop) {
            return new BackchannelReading.Refused(stop.reason);
        }
    }

    private static void requireNamed(Document claims, String rail) {
        @Nullable NamedAccount account = claims.account();
        if (!rail.equals(claims.rail())) {
            throw new Stop(RequestRefusal.WRONG_RAIL);
        }
        boolean whole = account != null
                && account.branch().matches("[0-9]{3}")
                && account.number().matches("[0-9]{7}")
                && claims.statement() != null
                && claims.purpose().matches("link|reverify")
                && (claims.holder() == null || claims.holder().length() <= LONGEST_NAME);
        if (!whole) {
            throw new Stop(RequestRefusal.NOT_A_DOCUMENT);
        }
    }

    private MandateRequest accepted(String compact, String type, String issuer, Instant now)
            throws InterruptedException {
        JWSObject jws = parsed(compact, type);
        Document claims = claims(jws);
        Operator operator = operators.stream()
                .filter(one -> one.name().equals(claims.operator()))
                .findFirst()
                .orElseThrow(() -> new Stop(RequestRefusal.UNKNOWN_OPERATOR));
        Operator.@Nullable Redirect redirect = operator.redirect();
        if (redirect == null || !redirect.issuer().toString().equals(claims.iss())) {
            throw new Stop(RequestRefusal.UNKNOWN_OPERATOR);
        }
        verify(jws, redirect);
        requireTimely(claims, issuer, now);
        // Who sends it itself has nobody who could come back.
        URI returnTo = type.equals(BY_ITSELF)
                ? redirect.issuer()
                : redirect.returns().stream()
                        .filter(one -> one.toString().equals(claims.redirect_uri()))
                        .findFirst()
                        .orElseThrow(() -> new Stop(RequestRefusal.UNKNOWN_RETURN));
        if (claims.namesOtherKeyThan(operators.indexOf(operator) + 1)) {
            throw new Stop(RequestRefusal.UNKNOWN_STATEMENT_KEY);
        }
        use(operator, claims, now);
        return new MandateRequest(
                operator,
                redirect,
                Instant.ofEpochSecond(claims.exp()),
                claims.nonce(),
                claims.purpose(),
                claims.reference(),
                claims.binding(),
                returnTo,
                claims.matching_number(),
                Optional.ofNullable(claims.match()).orElse(Map.of()),
                digest(compact),
                Optional.ofNullable(claims.statement()),
                Optional.ofNullable(claims.door()));
    }

    private static JWSObject parsed(String compact, String type) {
        if (compact.length() > LONGEST) {
            throw new Stop(RequestRefusal.NOT_A_JWS);
        }
        try {
            var jws = JWSObject.parse(compact);
            if (!JWSAlgorithm.ES256.equals(jws.getHeader().getAlgorithm())
                    || !HEADERS.equals(jws.getHeader().getIncludedParams())) {
                throw new Stop(RequestRefusal.WRONG_HEADER);
            }
            if (!type.equals(jws.getHeader().getType().getType())) {
                throw new Stop(RequestRefusal.WRONG_TYPE);
            }
            return jws;
        } catch (ParseException e) {
            throw new Stop(RequestRefusal.NOT_A_JWS);
        }
    }

    private static Document claims(JWSObject jws) {
        try {
            var claims = MAPPER.readValue(jws.getPayload().toBytes(), Document.class);
            if (!claims.isWhole()) {
                throw new Stop(RequestRefusal.NOT_A_DOCUMENT);
            }
            return claims;
        } catch (JacksonException | NullPointerException e) {
            throw new Stop(RequestRefusal.NOT_A_DOCUMENT);
        }
    }

    private void verify(JWSObject jws, Operator.Redirect redirect) throws InterruptedException {
        try {
            ECKey key = keys.key(redirect.keys(), jws.getHeader().getKeyID())
                    .orElseThrow(() -> new Stop(RequestRefusal.UNKNOWN_KEY));
            if (!jws.verify(new ECDSAVerifier(key))) {
                throw new Stop(RequestRefusal.BAD_SIGNATURE);
            }
        } catch (JOSEException e) {
            throw new Stop(RequestRefusal.BAD_SIGNATURE);
        } catch (IOException e) {
            throw new Stop(RequestRefusal.KEYS_NOT_AVAILABLE);
        }
    }

    private static void requireTimely(Document claims, String issuer, Instant now) {
        if (!claims.aud().equals(issuer)) {
            throw new Stop(RequestRefusal.WRONG_AUDIENCE);
        }
        long second = now.getEpochSecond();
        if (claims.iat() > second + CLOCK_DIFFERENCE) {
            throw new Stop(RequestRefusal.NOT_YET);
        }
        if (claims.exp() <= second - CLOCK_DIFFERENCE) {
            throw new Stop(RequestRefusal.EXPIRED);
        }
        // Both are within a known distance of now, so this cannot overflow.
        if (claims.iat() < second - 2 * LONGEST_LIFE || claims.exp() - claims.iat() > LONGEST_LIFE) {
            throw new Stop(RequestRefusal.LIVES_TOO_LONG);
        }
    }

    private void use(Operator operator, Document claims, Instant now) {
        switch (used.use(operator.name() + claims.jti(), Instant.ofEpochSecond(claims.exp()), now)) {
            case FIRST -> {}
            case AGAIN -> throw new Stop(RequestRefusal.ALREADY_USED);
            case FULL -> throw new Stop(RequestRefusal.BUSY);
        }
    }

    private static String digest(String compact) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(compact.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Reading ends here. It does not leave this class. */
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final RequestRefusal reason;

        Stop(RequestRefusal reason) {
            super(null, null, false, false);
            this.reason = reason;
        }
    }
}
