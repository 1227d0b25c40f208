package sekisho.server.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import sekisho.formats.matching.Attribute;
import sekisho.identity.Source;
import sekisho.protocol.BookId;
import sekisho.protocol.Digest;
import sekisho.protocol.Evidence;
import sekisho.protocol.EvidenceKind;
import sekisho.protocol.PublicKey;
import sekisho.protocol.Signature;
import sekisho.protocol.Token;
import sekisho.protocol.WalletId;
import sekisho.wire.home.SafeFiles;

/**
 * Signs for the engine that a proof of identity was seen here (docs/rules.md, section 8): ES256, by a key that is made at the first start
 * and lies in the folder of the keys. Immutable; any thread.
 */
public final class Issuer {
    private static final String FILE = "issuer.jwk";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final int number;
    private final ECKey key;
    private final InstantSource clock;

    private Issuer(int number, ECKey key, InstantSource clock) {
        this.number = number;
        this.key = key;
        this.clock = clock;
    }

    /**
     * The issuer whose key lies in a folder.
     *
     * @param number in the engine's trust registry, 1 to 65,535
     */
    static Issuer in(Path folder, int number, InstantSource clock) {
        Path file = folder.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                SafeFiles.writePrivate(
                        file, new ECKeyGenerator(Curve.P_256).generate().toJSONString());
            }
            return new Issuer(number, ECKey.parse(Files.readString(file)), clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("the key in " + file + " cannot be read or made", e);
        }
    }

    /** A statement, as the engine takes it. */
    public record Signed(Evidence evidence, Signature signature) {}

    /**
     * For whom something was proved.
     *
     * @param person who it is
     * @param subject a new passkey that it was proved for; {@link Token#NONE}: none
     */
    public record About(Token person, WalletId wallet, Token subject) {}

    /** Its number in the engine's trust registry. */
    public int number() {
        return number;
    }

    /** The key by which the engine checks what is signed here. */
    public PublicKey publicKey() {
        return new PublicKey(half(key.getX().decode()), half(key.getY().decode()));
    }

    /**
     * Signs that evidence was seen; the engine accepts it for fifteen minutes from now, once. Each call makes another statement.
     *
     * @return empty: the engine would take it for more than it is. Its word for a demonstration does not tell a made-up passport, which
     *     is never enough, from a made-up card
     */
    public Optional<Signed> sign(KeptEvidence seen, About about) {
        if (seen.kind() == EvidenceKind.DEMONSTRATION && !seen.isEnoughAlone()) {
            return Optional.empty();
        }
        var evidence = new Evidence(
                BookId.FIRST,
                number,
                new Token(RANDOM.nextLong(), RANDOM.nextLong() | 1),
                seen.kind(),
                about.person(),
                about.wallet(),
                about.subject(),
                sources(seen.sources()),
                clock.millis(),
                seen.until().toEpochMilli(),
                RANDOM.nextLong());
        return Optional.of(new Signed(evidence, sign(evidence.canonical())));
    }

    private Signature sign(byte[] bytes) {
        try {
            var signer = java.security.Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(key.toECPrivateKey());
            signer.update(bytes);
            byte[] both = signer.sign();
            return new Signature(
                    Digest.of(Arrays.copyOf(both, Digest.LENGTH)),
                    Digest.of(Arrays.copyOfRange(both, Digest.LENGTH, both.length)));
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException("the issuer's key does not sign", e);
        }
    }

    /** Four bits for each attribute, from the lowest. */
    private static long sources(Map<Attribute, Source> sources) {
        long bits = 0;
        for (var entry : sources.entrySet()) {
            bits |= (long) code(entry.getValue()) << (4 * place(entry.getKey()));
        }
        return bits;
    }

    private static int place(Attribute attribute) {
        return switch (attribute) {
            case NAME_KANJI -> 0;
            case NAME_KANA -> 1;
            case NAME_LATIN -> 2;
            case BIRTH_DATE -> 3;
            case ADDRESS -> 4;
            case PHONE -> 5;
        };
    }

    private static int code(Source source) {
        return switch (source) {
            case TYPED -> 1;
            case CERTIFICATE -> 2;
            case MACHINE_READABLE_ZONE -> 3;
            case IDENTITY_PROVIDER -> 4;
            case DOCUMENT_IMAGE -> 5;
        };
    }

    private static Digest half(byte[] coordinate) {
        byte[] whole = new byte[Digest.LENGTH];
        int from = Math.max(0, coordinate.length - Digest.LENGTH);
        System.arraycopy(coordinate, from, whole, Digest.LENGTH - (coordinate.length - from), coordinate.length - from);
        return Digest.of(whole);
    }
}
