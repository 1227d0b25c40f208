package sekisho.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;

/** Opens connections to other hosts: what only {@code sekisho.bank.outgoing} does. */
final class OutgoingCalls extends ArchCondition<JavaClass> {
    private static final Map<String, Set<String>> METHODS = Map.of(
            "java.net.http.HttpClient", Set.of("newHttpClient", "newBuilder"),
            "java.net.URL", Set.of("openConnection", "openStream", "getContent"),
            "java.nio.channels.SocketChannel", Set.of("open"),
            "java.nio.channels.AsynchronousSocketChannel", Set.of("open"),
            "java.nio.channels.DatagramChannel", Set.of("open"),
            "javax.net.SocketFactory", Set.of("createSocket"),
            "javax.net.ssl.SSLSocketFactory", Set.of("createSocket"),
            "com.nimbusds.oauth2.sdk.http.HTTPRequest", Set.of("send", "toHttpURLConnection"),
            "com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata", Set.of("resolve"),
            "com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata", Set.of("resolve"));

    private static final Set<String> CONSTRUCTED = Set.of("java.net.Socket", "java.net.DatagramSocket");

    /** Libraries that make clients of their own, each with its default of redirects and proxies. */
    private static final Set<String> CLIENTS = Set.of(
            "org.springframework.web.client.RestClient",
            "org.springframework.web.client.RestTemplate",
            "org.springframework.web.reactive.function.client.WebClient",
            "org.springframework.http.client.SimpleClientHttpRequestFactory",
            "org.springframework.http.client.JdkClientHttpRequestFactory",
            "org.springframework.security.oauth2.jwt.JwtDecoders",
            "com.nimbusds.jose.util.DefaultResourceRetriever",
            "com.nimbusds.jose.jwk.source.RemoteJWKSet",
            "jakarta.mail.Transport",
            "java.net.HttpURLConnection",
            "javax.net.ssl.HttpsURLConnection");

    /** It is used; but not with an address alone, which would make a client of the library's. */
    private static final String KEY_SOURCE = "com.nimbusds.jose.jwk.source.JWKSourceBuilder";

    private static final Set<String> DECODERS = Set.of("withJwkSetUri", "withIssuerLocation");

    private static final String VALIDATORS = "com.nimbusds.openid.connect.sdk.validators.";

    OutgoingCalls() {
        super("open connections to other hosts");
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
        for (JavaAccess<?> access : item.getAccessesFromSelf()) {
            if (opens(access)) {
                events.add(SimpleConditionEvent.satisfied(item, access.getDescription()));
            }
        }
    }

    private static boolean opens(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        if (CLIENTS.contains(owner) || METHODS.getOrDefault(owner, Set.of()).contains(name)) {
            return true;
        }
        if (CONSTRUCTED.contains(owner) && name.equals("<init>")) {
            return true;
        }
        if (owner.startsWith("org.springframework.security.oauth2.jwt.") && DECODERS.contains(name)) {
            return true;
        }
        // They fetch the issuer's metadata, or keys from an address.
        if (owner.startsWith(VALIDATORS)
                && (name.equals("create") || access.getTarget().getFullName().contains("java.net.URL"))) {
            return true;
        }
        return owner.equals(KEY_SOURCE)
                && name.equals("create")
                && access.getTarget().getFullName().endsWith("(java.net.URL)");
    }

    /** The class path alone is read in one; the other has its host held by the way out before the library connects to it. */
    static DescribedPredicate<JavaClass> allowed() {
        return DescribedPredicate.describe(
                "the way out, a reader of the class path, or the sender of mails",
                item -> item.getPackageName().equals("sekisho.bank.outgoing")
                        || item.getName().equals("sekisho.server.database.Programs")
                        || item.getName().equals("sekisho.server.notice.SmtpCarrier"));
    }
}
