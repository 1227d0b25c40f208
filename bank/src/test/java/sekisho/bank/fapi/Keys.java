package sekisho.bank.fapi;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;

/** Makes keys for tests. */
final class Keys {
    private Keys() {}

    static ECKey next() {
        return next(Curve.P_256);
    }

    static ECKey next(Curve curve) {
        try {
            return new ECKeyGenerator(curve).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
