package sekisho.banksimulator.customers;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The keys with which a bank signs statements, one for each operator: the words that are signed are the operator's own, and no
 * operator may have the bank sign what another's engine takes. Each is made when it is first needed; with a file, kept
 * there (mode 600). Any thread.
 */
public final class StatementKeys {
    private final ReentrantLock lock = new ReentrantLock();
    private final @Nullable Path file;
    private JWKSet keys;

    private StatementKeys(@Nullable Path file, JWKSet keys) {
        this.file = file;
        this.keys = keys;
    }

    /** The keys in a file, none if there is no file; null: none, and nobody remembers those that are made. */
    static StatementKeys of(@Nullable Path file) {
        try {
            boolean kept = file != null && Files.exists(file);
            return new StatementKeys(file, kept ? JWKSet.parse(Files.readString(file)) : new JWKSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new IllegalStateException("the keys of a bank cannot be read", e);
        }
    }

    /**
     * The private key for an operator.
     *
     * @param number of the operator at this bank, and so of the key, 1 to 65,535
     */
    public ECKey of(int number) {
        lock.lock();
        try {
            String id = "statement-" + number;
            if (!(keys.getKeyByKeyId(id) instanceof ECKey known)) {
                var all = new ArrayList<JWK>(keys.getKeys());
                ECKey made = next(id);
                all.add(made);
                keep(new JWKSet(all));
                return made;
            }
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform makes keys of P-256", e);
        } finally {
            lock.unlock();
        }
    }

    private static ECKey next(String id) throws JOSEException {
        return new ECKeyGenerator(Curve.P_256)
                .keyUse(new KeyUse("statement"))
                .keyID(id)
                .generate();
    }

    /** In one step: a bank that is killed has the keys of before or those of now. */
    private void keep(JWKSet all) throws IOException {
        if (file != null) {
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.deleteIfExists(next);
            var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.createFile(next, mode);
            Files.writeString(next, all.toString(false));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        keys = all;
    }
}
