package sekisho.banksimulator.customers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What a bank keeps to itself: a key to sign with, and a key from which tokens and codes follow. Made at its first
 * start; with a file, kept there (mode 600). Any thread.
 */
public final class BankSecrets {
    private static final String MAC = "HmacSHA256";
    private static final int BITS = 256;
    private static final int TOKEN_BYTES = 16;

    private final ECKey signing;
    private final byte[] key;
    private final StatementKeys statements;

    private BankSecrets(ECKey signing, byte[] key, StatementKeys statements) {
        this.signing = signing;
        this.key = key;
        this.statements = statements;
    }

    /** The secrets in a file, made if there is none; null: new ones, which nobody remembers. */
    public static BankSecrets of(@Nullable Path file) {
        try {
            if (file == null) {
                return of(next(), StatementKeys.of(null));
            }
            if (!Files.exists(file)) {
                var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
                Files.createFile(file, mode);
                Files.writeString(file, next().toString(false));
            }
            Path beside = file.resolveSibling(file.getFileName() + ".statements");
            return of(JWKSet.parse(Files.readString(file)), StatementKeys.of(beside));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("the keys of a bank cannot be read or made", e);
        }
    }

    /** The key that signs, private. */
    public ECKey signing() {
        return signing;
    }

    /** The keys that sign statements, and nothing else. */
    public StatementKeys statements() {
        return statements;
    }

    /** 32 hexadecimal digits that follow from words; who has not the key cannot tell them from random ones. */
    public String token(String... words) {
        return HexFormat.of().formatHex(mac(words), 0, TOKEN_BYTES);
    }

    /** Digits that follow from words. */
    public String digits(int count, String... words) {
        long number = ByteBuffer.wrap(mac(words)).getLong() >>> 1;
        String text = Long.toString(number);
        return text.substring(text.length() - count);
    }

    private static JWKSet next() throws JOSEException {
        return new JWKSet(List.<JWK>of(
                new ECKeyGenerator(Curve.P_256)
                        .keyUse(KeyUse.SIGNATURE)
                        .algorithm(JWSAlgorithm.ES256)
                        .keyIDFromThumbprint(true)
                        .generate(),
                new OctetSequenceKeyGenerator(BITS).generate()));
    }

    private static BankSecrets of(JWKSet keys, StatementKeys statements) {
        return new BankSecrets(
                (ECKey) keys.getKeys().getFirst(),
                ((OctetSequenceKey) keys.getKeys().getLast()).toByteArray(),
                statements);
    }

    private byte[] mac(String... words) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            for (String word : words) {
                mac.update(word.getBytes(UTF_8));
                mac.update((byte) 0);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + MAC, e);
        }
    }
}
