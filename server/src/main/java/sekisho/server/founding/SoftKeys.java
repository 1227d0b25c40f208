package sekisho.server.founding;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sekisho.wire.home.SafeFiles;

/** The demo world's passkeys by name, in a file outside of the home; made when they are first asked for. Any thread. */
public final class SoftKeys {
    private static final String FILE = "demo-passkeys.jwks";

    private final Path file;
    private final Map<String, SoftKey> known = new HashMap<>();

    SoftKeys(Path folder) {
        this.file = folder.resolve(FILE);
    }

    /** The key of a name, for ever the same. */
    public synchronized SoftKey of(String name) {
        return known.computeIfAbsent(name, this::read);
    }

    private SoftKey read(String name) {
        try {
            JWKSet kept = Files.exists(file) ? JWKSet.parse(Files.readString(file)) : new JWKSet();
            JWK key = kept.getKeyByKeyId(name);
            return new SoftKey(key == null ? make(name, kept) : key.toECKey());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("the keys in " + file + " cannot be read or made", e);
        }
    }

    private ECKey make(String name, JWKSet known) throws JOSEException, IOException {
        ECKey made = new ECKeyGenerator(Curve.P_256).keyID(name).generate();
        List<JWK> keys = new ArrayList<>(known.getKeys());
        keys.add(made);
        Files.createDirectories(file.toAbsolutePath().getParent());
        SafeFiles.writePrivate(file, new JWKSet(keys).toString(false));
        return made;
    }
}
