package sekisho.server.linking;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import sekisho.wire.home.SafeFiles;

/** Keys that sign for us at banks: made when they are first asked for, kept beside the vault's keys, outside of the home. */
public final class LinkKey {
    private static final String REQUESTS = "link";

    private LinkKey() {}

    /** The key in a folder that signs what banks are asked. */
    public static ECKey in(Path folder) {
        return in(folder, REQUESTS);
    }

    /** The key in a folder that is for something else. */
    static synchronized ECKey in(Path folder, String name) {
        Path file = folder.resolve(name + ".jwk");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                SafeFiles.writePrivate(file, next().toJSONString());
            }
            return ECKey.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("the key in " + file + " cannot be read or made", e);
        }
    }

    private static ECKey next() throws JOSEException {
        return new ECKeyGenerator(Curve.P_256)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256)
                .keyIDFromThumbprint(true)
                .generate();
    }
}
