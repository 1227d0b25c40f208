package sekisho.bank.fapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which keys and headers an ID token may have. */
final class IdTokenTest {
    private static final ECKey EC = Keys.next();

    @Test
    void bothAlgorithmsOfFapiOpen() throws Exception {
        RSAKey rsa = new RSAKeyGenerator(2_048).keyID("k").generate();
        assertThat(open(rsa, JWSAlgorithm.PS256, JOSEObjectType.JWT, new RSASSASigner(rsa)))
                .isInstanceOf(IdToken.Opened.Whole.class);
        assertThat(open(EC, JWSAlgorithm.ES256, null, new ECDSASigner(EC))).isInstanceOf(IdToken.Opened.Whole.class);
    }

    @Test
    void aKeyThatIsTooSmallOrOfAnotherKindOrForSomethingElseIsNone() throws Exception {
        RSAKey weak = new RSAKeyGenerator(1_024, true).keyID("k").generate();
        RSAKey strong = new RSAKeyGenerator(2_048).keyID("k").generate();
        refused(open(weak, JWSAlgorithm.PS256, null, new RSASSASigner(strong)), FapiRefusal.UNKNOWN_KEY);
        ECKey other = new ECKey.Builder(Keys.next()).keyID("k").build();
        refused(open(other, JWSAlgorithm.PS256, null, new RSASSASigner(strong)), FapiRefusal.UNKNOWN_KEY);
        ECKey encrypts = new ECKey.Builder(EC).keyUse(KeyUse.ENCRYPTION).build();
        refused(open(encrypts, JWSAlgorithm.ES256, null, new ECDSASigner(EC)), FapiRefusal.UNKNOWN_KEY);
    }

    @Test
    void aTokenOfAnotherTypeIsNoIdToken() throws Exception {
        var type = new JOSEObjectType("at+jwt");
        refused(open(EC, JWSAlgorithm.ES256, type, new ECDSASigner(EC)), FapiRefusal.NOT_AN_ID_TOKEN);
    }

    private static void refused(IdToken.Opened opened, FapiRefusal reason) {
        assertThat(opened).isEqualTo(new IdToken.Opened.Refused(reason));
    }

    private static IdToken.Opened open(
            JWK published, JWSAlgorithm algorithm, @Nullable JOSEObjectType type, JWSSigner signer) throws Exception {
        Instant now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer("https://bank.example")
                .subject("customer-7")
                .audience(Trip.CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .build();
        var header = new JWSHeader.Builder(algorithm)
                .type(type)
                .keyID(published.getKeyID())
                .build();
        var token = new SignedJWT(header, claims);
        token.sign(signer);
        return IdToken.open(SignedJWT.parse(token.serialize()), new JWKSet(published).toPublicJWKSet());
    }
}
