package sekisho.server.door;

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
import java.text.ParseException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import sekisho.banksimulator.books.DoorTerms;
import sekisho.banksimulator.books.StatementAnswer;
import sekisho.banksimulator.books.StatementPurpose;
import sekisho.banksimulator.redirect.DoorStatement;
import sekisho.protocol.Digest;
import sekisho.protocol.PublicKey;

/** A bank without pages that signs what it is told to, and publishes its keys over loopback. */
final class SigningBank implements AutoCloseable {
    private final ECKey documents = key(KeyUse.SIGNATURE, "documents");
    private final ECKey statements = key(new KeyUse("statement"), "statement-1");
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

    /**
     * The result of a visit.
     *
     * @param form what a browser posts
     * @param result a word of the protocol
     * @param account 32 hexadecimal digits
     * @param twoFactors whether it says that it asked for two, one of them dynamic
     */
    String result(String form, String result, StatementAnswer answer, String account, boolean twoFactors) {
        Map<String, Object> asked = claims(form);
        long now = System.currentTimeMillis();
        var claims = new HashMap<String, Object>();
        claims.put("iss", issuer().toString());
        claims.put("aud", asked.get("iss"));
        claims.put("iat", now / 1_000);
        claims.put("exp", now / 1_000 + 120);
        claims.put("jti", UUID.randomUUID().toString().replace("-", ""));
        for (String same : List.of("nonce", "purpose", "reference", "binding")) {
            claims.put(same, asked.get(same));
        }
        claims.put(
                "request",
                Base64URL.encode(Digest.sha256(form.getBytes(US_ASCII)).bytes()).toString());
        claims.put("result", result);
        claims.put("notice", "none");
        claims.put("account", account);
        if (result.equals("granted")) {
            claims.put("account_shown", Map.of("ja", "口座", "en", "account"));
            claims.put("auth_time", now / 1_000);
            var pin = Map.of("kind", "knowledge", "method", "card-pin", "dynamic", false);
            var code = Map.of("kind", "possession", "method", "app-code", "dynamic", true);
            claims.put("factors", twoFactors ? List.of(pin, code) : List.of(pin));
        }
        claims.put("door", statement(asked, answer, account, now + 300_000));
        return signed(claims);
    }

    private Map<String, Object> statement(
            Map<String, Object> asked, StatementAnswer answer, String account, long expires) {
        if (!(asked.get("door") instanceof Map<?, ?> door)) {
            throw new IllegalStateException("a request from the door has terms");
        }
        var terms = new DoorTerms(
                String.valueOf(door.get("book")),
                String.valueOf(door.get("bank")),
                ((Number) java.util.Objects.requireNonNull(door.get("key"))).intValue(),
                String.valueOf(door.get("visit")),
                String.valueOf(door.get("session")),
                String.valueOf(door.get("nonce")));
        var purpose = StatementPurpose.of(String.valueOf(asked.get("purpose")));
        return new DoorStatement(terms, account, purpose, answer, expires).signed(statements);
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

    /** A name for an account. */
    static String account(long number) {
        return HexFormat.of().toHexDigits(0x5e115e11L) + HexFormat.of().toHexDigits(number | Long.MIN_VALUE);
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
