package sekisho.bank.fapi;

import com.nimbusds.oauth2.sdk.token.AccessToken;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sekisho.bank.AccountToken;
import sekisho.bank.redirect.Attribute;
import sekisho.bank.redirect.Factor;
import sekisho.bank.redirect.LinkResult;
import sekisho.bank.redirect.MatchCode;
import sekisho.bank.redirect.OpaqueId;
import sekisho.bank.redirect.Purpose;
import sekisho.bank.redirect.ResultCode;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes a result of an ID token whose signature fits. Any thread. */
final class ArrivalReader {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final FapiBank bank;
    private final Comparison comparison;
    private final SecureRandom random;

    ArrivalReader(FapiBank bank, Comparison comparison, SecureRandom random) {
        this.bank = bank;
        this.comparison = comparison;
        this.random = random;
    }

    Arrival read(
            IdToken token, AccessToken access, SentAuthorisation sent, Map<Attribute, String> verified, Instant now) {
        @Nullable FapiRefusal refusal = token.refusal(sent, bank.clientId(), now);
        if (refusal != null) {
            return new Arrival.Refused(refusal);
        }
        if (!token.belongsTo(access)) {
            return new Arrival.Refused(FapiRefusal.WRONG_TOKEN_HASH);
        }
        try {
            return result(MAPPER.readTree(token.text()), token, sent, verified);
        } catch (JacksonException e) {
            return new Arrival.Refused(FapiRefusal.NOT_AN_ID_TOKEN);
        }
    }

    private Arrival result(JsonNode claims, IdToken token, SentAuthorisation sent, Map<Attribute, String> verified) {
        var said = new ResultClaims(claims);
        Purpose purpose = sent.request().purpose();
        if (!said.isFor(purpose)) {
            return new Arrival.Refused(FapiRefusal.WRONG_PURPOSE);
        }
        Map<Attribute, MatchCode> match = Map.of();
        if (!sent.request().asked().isEmpty()) {
            switch (VerifiedClaims.in(claims, bank.trustFrameworks())) {
                case VerifiedClaims.Found.Refused(var reason) -> {
                    return new Arrival.Refused(reason);
                }
                case VerifiedClaims.Found.Claims(var found) ->
                    match = found.compare(sent.request().asked(), verified, comparison);
            }
        }
        List<Factor> factors = said.factors();
        if (factors.isEmpty()) {
            return new Arrival.Refused(FapiRefusal.FACTORS_MISSING);
        }
        try {
            Optional<AccountToken> account = said.token("account");
            Optional<AccountToken> mandate = said.token("mandate");
            if (account.isEmpty()) {
                return new Arrival.Refused(FapiRefusal.ACCOUNT_MISSING);
            }
            if (mandate.isPresent() != (purpose == Purpose.LINK)) {
                return new Arrival.Refused(FapiRefusal.MANDATE_MISSING);
            }
            var result = new LinkResult(
                    OpaqueId.next(random),
                    purpose,
                    ResultCode.GRANTED,
                    account,
                    mandate,
                    Optional.of(said.shown()),
                    match,
                    factors,
                    Optional.of(token.claims().getAuthenticationTime().toInstant()),
                    said.notice());
            return new Arrival.Identified(result, token.digest());
        } catch (IllegalArgumentException e) {
            return new Arrival.Refused(FapiRefusal.NOT_A_RESULT);
        }
    }
}
