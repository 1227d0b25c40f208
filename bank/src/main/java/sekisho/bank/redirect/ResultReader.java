package sekisho.bank.redirect;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.JWKSet;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sekisho.bank.AccountToken;

/**
 * Reads what a browser brings back from a bank, against the request that was sent. Pure; any thread.
 *
 * <p>The first of these that does not hold is the refusal: header, type, key and signature; issuer, audience and times;
 * nonce, purpose, reference, binding and digest of the request; the session; the claims; the attributes; the statement.
 */
public final class ResultReader {
    static final String TYPE = "sekisho-link-result+jwt";
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(2);
    private static final Duration CLOCK_DIFFERENCE = Duration.ofSeconds(30);

    private ResultReader() {}

    /**
     * Reads a result.
     *
     * @param sent what was kept of the request
     * @param bindingNow the binding, computed again from the browser that came back
     * @param bankKeys of the bank that was asked, and of no other
     */
    public static Reading read(String compact, SentRequest sent, String bindingNow, JWKSet bankKeys, Instant now) {
        return switch (SignedDocument.open(compact, TYPE, bankKeys)) {
            case SignedDocument.Opened.Refused(var reason) -> new Reading.Refused(reason);
            case SignedDocument.Opened.Whole(var claims) ->
                read(claims, sent, bindingNow, StatementKeys.of(bankKeys), now);
        };
    }

    static Reading read(Claims claims, SentRequest sent, String bindingNow, StatementKeys statementKeys, Instant now) {
        try {
            @Nullable ResultRefusal refusal = refusal(claims, sent, bindingNow, now);
            if (refusal != null) {
                return new Reading.Refused(refusal);
            }
            LinkResult result = result(claims);
            boolean answersWhatWasAsked = result.code() != ResultCode.GRANTED
                    || result.match().keySet().equals(sent.asked());
            if (!answersWhatWasAsked) {
                return new Reading.Refused(ResultRefusal.WRONG_MATCH);
            }
            @Nullable
            ResultRefusal statement = StatementCheck.refusal(sent, result, statementKeys, claims.seconds("iat"), now);
            return statement == null ? new Reading.Accepted(result) : new Reading.Refused(statement);
        } catch (IllegalArgumentException e) {
            return new Reading.Refused(ResultRefusal.NOT_A_DOCUMENT);
        }
    }

    private static @Nullable ResultRefusal refusal(Claims claims, SentRequest sent, String bindingNow, Instant now) {
        if (!claims.text("iss").equals(sent.bank().toString())) {
            return ResultRefusal.WRONG_ISSUER;
        }
        if (!claims.text("aud").equals(sent.issuer().toString())) {
            return ResultRefusal.WRONG_AUDIENCE;
        }
        @Nullable ResultRefusal time = time(claims, LONGEST_LIFE, now);
        if (time != null) {
            return time;
        }
        if (!same(claims.text("nonce"), sent.nonce().hex())) {
            return ResultRefusal.WRONG_NONCE;
        }
        if (!claims.text("purpose").equals(sent.purpose().word())) {
            return ResultRefusal.WRONG_PURPOSE;
        }
        if (!same(claims.text("reference"), sent.reference().hex())) {
            return ResultRefusal.WRONG_REFERENCE;
        }
        if (!same(claims.text("binding"), sent.binding())) {
            return ResultRefusal.WRONG_BINDING;
        }
        if (!same(claims.text("request"), sent.digest())) {
            return ResultRefusal.WRONG_REQUEST;
        }
        return same(bindingNow, sent.binding()) ? null : ResultRefusal.WRONG_SESSION;
    }

    /** Why a document's times do not let it be used; null if they do. */
    static @Nullable ResultRefusal time(Claims claims, Duration longestLife, Instant now) {
        Instant issued = claims.seconds("iat");
        Instant expires = claims.seconds("exp");
        if (expires.isAfter(issued.plus(longestLife))) {
            return ResultRefusal.LIVES_TOO_LONG;
        }
        if (issued.isAfter(now.plus(CLOCK_DIFFERENCE))) {
            return ResultRefusal.NOT_YET;
        }
        return expires.isAfter(now.minus(CLOCK_DIFFERENCE)) ? null : ResultRefusal.EXPIRED;
    }

    private static LinkResult result(Claims claims) {
        return new LinkResult(
                new OpaqueId(claims.text("jti")),
                claims.word("purpose", Purpose::of),
                claims.word("result", ResultCode::of),
                claims.optionalText("account").map(AccountToken::parse),
                claims.optionalText("mandate").map(AccountToken::parse),
                claims.object("account_shown").map(shown -> new ShownAccount(shown.text("ja"), shown.text("en"))),
                claims.object("match").map(ResultReader::match).orElse(Map.of()),
                claims.objects("factors").stream()
                        .map(factor -> new Factor(
                                factor.word("kind", FactorKind::of), factor.text("method"), factor.flag("dynamic")))
                        .toList(),
                claims.optionalSeconds("auth_time"),
                claims.word("notice", HolderNotice::of),
                claims.object("statement").map(StatementReader::read));
    }

    private static Map<Attribute, MatchCode> match(Claims claims) {
        var match = new EnumMap<Attribute, MatchCode>(Attribute.class);
        for (String name : claims.names()) {
            Attribute attribute = Attribute.of(name)
                    .orElseThrow(() -> new IllegalArgumentException("match has an unknown attribute"));
            match.put(attribute, claims.word(name, ResultReader::matchCode));
        }
        return match;
    }

    private static Optional<MatchCode> matchCode(String word) {
        return Arrays.stream(MatchCode.values())
                .filter(code -> code.name().equals(word))
                .findFirst();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }
}
