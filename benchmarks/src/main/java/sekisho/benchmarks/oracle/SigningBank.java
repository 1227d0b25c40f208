package sekisho.benchmarks.oracle;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.text.ParseException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import sekisho.protocol.BankAnswer;
import sekisho.protocol.BankId;
import sekisho.protocol.BankResult;
import sekisho.protocol.BookId;
import sekisho.protocol.Digest;
import sekisho.protocol.DoorResult;
import sekisho.protocol.OperationId;
import sekisho.protocol.PublicKey;
import sekisho.protocol.Purpose;
import sekisho.protocol.Signature;
import sekisho.protocol.Token;
import sekisho.protocol.WalletId;
import sekisho.server.founding.SoftKey;

/** A bank without pages that signs what it is told to, and publishes its keys over loopback. */
final class SigningBank implements AutoCloseable {
    private static final long LIFE_SECONDS = 120;

    private final ECKey documents = key(KeyUse.SIGNATURE, "documents");
    private final ECKey statements = key(new KeyUse("statement"), "statement-1");
    private final SoftKey pen = SoftKey.of(statements);
    private final HttpServer server;

    SigningBank() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] keys = new JWKSet(List.of(documents, statements)).toString(true).getBytes(UTF_8);
        server.createContext("/link-keys.json", exchange -> {
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
    }

    URI issuer() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** As the engine trusts it. */
    PublicKey statementKey() {
        return new PublicKey(
                Digest.of(statements.getX().decode()),
                Digest.of(statements.getY().decode()));
    }

    /** A bank's word about a link, signed. */
    Signature sign(BankResult result) {
        return pen.sign(result.canonical());
    }

    /**
     * The result of a visit at the door.
     *
     * @param form what a browser posts
     * @param result a word of the protocol, not {@code granted} unless the answer is NMTC
     */
    String door(String form, String result, BankAnswer answer, Token account) {
        Map<String, Object> asked = claims(form);
        var claims = begun(form, asked, result, account);
        claims.put("door", door(terms(asked, "door"), answer, account, expires()));
        return signed(claims);
    }

    /**
     * The result of a visit for a link.
     *
     * @param form what a browser posts
     * @param answer FAILED: nobody was identified. MTCH, NMTC: of the person who was asked about
     */
    String link(String form, BankAnswer answer, Token account) {
        Map<String, Object> asked = claims(form);
        var claims = begun(form, asked, answer == BankAnswer.FAILED ? "not-identified" : "granted", account);
        if (answer != BankAnswer.FAILED && asked.get("match") instanceof Map<?, ?> compared) {
            var match = new HashMap<String, Object>();
            compared.forEach((attribute, value) -> match.put(String.valueOf(attribute), answer.name()));
            claims.put("match", match);
        }
        if (answer == BankAnswer.MTCH) {
            claims.put("mandate", UUID.randomUUID().toString().replace("-", ""));
        }
        claims.put("statement", link(terms(asked, "statement"), answer, account, expires()));
        return signed(claims);
    }

    private Map<String, Object> begun(String form, Map<String, Object> asked, String result, Token account) {
        long now = System.currentTimeMillis() / 1_000;
        var claims = new HashMap<String, Object>();
        claims.put("iss", issuer().toString());
        claims.put("aud", asked.get("iss"));
        claims.put("iat", now);
        claims.put("exp", now + LIFE_SECONDS);
        claims.put("jti", UUID.randomUUID().toString().replace("-", ""));
        for (String same : List.of("nonce", "purpose", "reference", "binding")) {
            claims.put(same, asked.get(same));
        }
        claims.put(
                "request",
                Base64URL.encode(Digest.sha256(form.getBytes(US_ASCII)).bytes()).toString());
        claims.put("result", result);
        claims.put("notice", "none");
        claims.put("account", hex(account));
        if (result.equals("granted")) {
            claims.put("account_shown", Map.of("ja", "account-of-the-bank", "en", "account-of-the-bank"));
            claims.put("auth_time", now);
            claims.put("factors", List.of(Map.of("kind", "knowledge", "method", "card-pin", "dynamic", false)));
        }
        return claims;
    }

    private static long expires() {
        return System.currentTimeMillis() / 1_000 * 1_000 + LIFE_SECONDS * 1_000;
    }

    private static Map<?, ?> terms(Map<String, Object> asked, String of) {
        if (asked.get(of) instanceof Map<?, ?> terms) {
            return terms;
        }
        throw new IllegalStateException("a request has terms for " + of);
    }

    private Map<String, Object> door(Map<?, ?> door, BankAnswer answer, Token account, long expires) {
        var said = new DoorResult(
                book(door),
                bank(door),
                1,
                operation(token(text(door, "visit"))),
                token(text(door, "session")),
                account,
                token(text(door, "nonce")),
                Purpose.DOOR,
                answer,
                expires);
        return members(door, account, "prove", answer, expires, pen.sign(said.canonical()));
    }

    private Map<String, Object> link(Map<?, ?> link, BankAnswer answer, Token account, long expires) {
        var said = new BankResult(
                book(link),
                bank(link),
                1,
                new WalletId(HexFormat.fromHexDigitsToLong(text(link, "wallet"))),
                token(text(link, "person")),
                operation(token(text(link, "link"))),
                token(text(link, "session")),
                account,
                token(text(link, "nonce")),
                Purpose.LINK,
                answer,
                expires);
        return members(link, account, "link", answer, expires, pen.sign(said.canonical()));
    }

    private static Map<String, Object> members(
            Map<?, ?> terms, Token account, String purpose, BankAnswer answer, long expires, Signature signature) {
        var members = new HashMap<String, Object>();
        terms.forEach((name, value) -> members.put(String.valueOf(name), value));
        members.put("account", hex(account));
        members.put("purpose", purpose);
        members.put("answer", answer.name());
        members.put("expires", expires);
        var bytes = ByteBuffer.allocate(64)
                .put(signature.r().bytes())
                .put(signature.s().bytes());
        members.put("signature", Base64URL.encode(bytes.array()).toString());
        return members;
    }

    private static BookId book(Map<?, ?> terms) {
        return new BookId((int) HexFormat.fromHexDigitsToLong(text(terms, "book")));
    }

    private static BankId bank(Map<?, ?> terms) {
        return new BankId((int) HexFormat.fromHexDigitsToLong(text(terms, "bank")));
    }

    private static OperationId operation(Token token) {
        return new OperationId(token.high(), token.low());
    }

    private static String text(Map<?, ?> object, String name) {
        return String.valueOf(object.get(name));
    }

    private static Token token(String hex) {
        return new Token(HexFormat.fromHexDigitsToLong(hex, 0, 16), HexFormat.fromHexDigitsToLong(hex, 16, 32));
    }

    private static String hex(Token token) {
        return HexFormat.of().toHexDigits(token.high()) + HexFormat.of().toHexDigits(token.low());
    }

    private static Map<String, Object> claims(String form) {
        try {
            return JWSObject.parse(form).getPayload().toJSONObject();
        } catch (ParseException e) {
            throw new IllegalStateException("a form carries a signed request", e);
        }
    }

    private String signed(Map<String, Object> claims) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .type(new JOSEObjectType("sekisho-link-result+jwt"))
                    .keyID(documents.getKeyID())
                    .build();
            var jws = new JWSObject(header, new Payload(claims));
            jws.sign(new ECDSASigner(documents));
            return jws.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform signs with P-256", e);
        }
    }

    private static ECKey key(KeyUse use, String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyUse(use).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform makes keys of P-256", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
