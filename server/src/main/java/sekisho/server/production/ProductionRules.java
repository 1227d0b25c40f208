package sekisho.server.production;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import sekisho.server.database.DatabaseSettings;
import sekisho.server.production.Objection.Code;
import sekisho.wire.home.HomeLayout;
import sekisho.wire.home.KeysFolder;

/** What production refuses before anything has started. All objections at once: who mends one sees the next. */
public final class ProductionRules {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final String BANKS = "sekisho.banking.banks.";
    private static final String LOGINS = "sekisho.linking.fapi.banks.";

    /** Codes of banks that do not exist: the simulated ones, and the one of imports and measurements. */
    private static final String FICTIONAL = "99[89][0-9]|08(0[1-9]|[12][0-9]|3[0-5])";

    private static final Map<String, Code> EXPOSING = Map.of(
            "management.server.address", Code.MANAGEMENT_EXPOSED,
            "sekisho.management.address", Code.MANAGEMENT_EXPOSED,
            "sekisho.node.address", Code.CLUSTER_EXPOSED);

    private final ProductionFacts facts;
    private final List<Objection> objections = new ArrayList<>();

    private ProductionRules(ProductionFacts facts) {
        this.facts = facts;
    }

    /** Why this must not run in production; empty: it may. */
    public static List<Objection> objections(ProductionFacts facts) {
        var rules = new ProductionRules(facts);
        try {
            rules.demonstration();
            rules.publicAddress();
            rules.banks();
            rules.logins();
            rules.senders();
            rules.secrets();
            rules.network();
            rules.objections.addAll(TrustAnchors.objections(facts.keys().resolve("trust")));
            rules.anchors();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(rules.objections);
    }

    private void anchors() throws IOException {
        for (String name : List.of("sekisho.identity.card-anchors", "sekisho.identity.passport-anchors")) {
            String files = facts.settings().get(name);
            if (files != null) {
                objections.addAll(TrustAnchors.objections(facts.keys(), files));
            }
        }
    }

    private void object(Code code, String sentence) {
        objections.add(new Objection(code, sentence));
    }

    private void demonstration() throws IOException {
        var layout = new HomeLayout(facts.home());
        if ("true".equals(facts.settings().get("sekisho.identity.demonstration"))) {
            object(Code.DEMO_WANTED, "made-up cards would be believed. Remove sekisho.identity.demonstration.");
        }
        if (facts.demo() || "true".equals(facts.settings().get("sekisho.demo"))) {
            object(Code.DEMO_WANTED, "the demonstration does not run in production. Leave it out.");
        }
        if (Files.exists(layout.demonstrated()) || Files.exists(facts.home().resolve("banks"))) {
            object(
                    Code.DEMO_DATA_IN_HOME,
                    "the home " + facts.home() + " holds data of the demonstration. Begin with a new --home.");
        }
        if (Files.isDirectory(layout.log()) && KeysFolder.isEmpty(facts.keys())) {
            object(
                    Code.KEYS_MISSING,
                    "the home " + facts.home() + " has data, and " + facts.keys()
                            + " has no keys. Put them back from their backup, or name their folder with --keys.");
        }
    }

    private void publicAddress() {
        URI url = facts.publicUrl();
        if (url == null || url.getHost() == null) {
            object(
                    Code.PUBLIC_ADDRESS_MISSING,
                    "how clients reach the server is not said. Say it: --public-url https://…");
            return;
        }
        if (!"https".equals(url.getScheme())) {
            object(Code.PUBLIC_ADDRESS_NOT_HTTPS, "the public address " + url + " is not https. Have it encrypted.");
        }
        String host = url.getHost().toLowerCase(Locale.ROOT);
        if (THIS_MACHINE.contains(host) || host.endsWith(".localhost")) {
            object(
                    Code.PUBLIC_ADDRESS_LOCAL,
                    "the public address " + url + " is this machine's own. Name the one of clients.");
        }
    }

    private void banks() {
        new TreeMap<>(facts.settings()).forEach((name, value) -> {
            if (!name.startsWith(BANKS)) {
                return;
            }
            String code = name.substring(BANKS.length()).replaceFirst("\\..*", "");
            if (!name.endsWith(".address")) {
                return;
            }
            if (code.matches(FICTIONAL)) {
                object(Code.FICTIONAL_BANK, name + " is for a bank that does not exist. Remove it.");
            }
            URI address = URI.create(value);
            if (!"https".equals(address.getScheme()) || THIS_MACHINE.contains(String.valueOf(address.getHost()))) {
                object(Code.SIMULATED_BANK, name + " is a simulator's address: a bank's is https on another host.");
            }
            if (!facts.settings().containsKey(BANKS + code + ".api-key")) {
                object(Code.SECRET_MISSING, BANKS + code + ".api-key is missing. The bank gives it.");
            }
        });
    }

    /** Banks that identify their customers by FAPI. */
    private void logins() {
        new TreeMap<>(facts.settings()).forEach((name, value) -> {
            if (!name.startsWith(LOGINS) || !name.endsWith(".issuer")) {
                return;
            }
            if (name.substring(LOGINS.length()).replaceFirst("\\..*", "").matches(FICTIONAL)) {
                object(Code.FICTIONAL_BANK, name + " is for a bank that does not exist. Remove it.");
            }
            URI issuer = URI.create(value);
            if (!"https".equals(issuer.getScheme()) || THIS_MACHINE.contains(String.valueOf(issuer.getHost()))) {
                object(Code.SIMULATED_BANK, name + " is on this machine: a bank's is https on another host.");
            }
        });
    }

    private void senders() {
        for (String name : List.of("sekisho.mail.host", "sekisho.mail.from")) {
            if (!facts.settings().containsKey(name)) {
                object(
                        Code.SENDER_MISSING,
                        name
                                + " is missing: without it nobody gets a code or a notice. Set it in settings.properties.");
            }
        }
        if ("true".equals(facts.settings().get("sekisho.post-box"))) {
            object(Code.DEMO_WANTED, "the post box shows everybody what was sent. Remove sekisho.post-box.");
        }
        String gateway = facts.settings().get("sekisho.sms.address");
        if (gateway == null) {
            return;
        }
        URI address = URI.create(gateway);
        if (!"https".equals(address.getScheme()) || THIS_MACHINE.contains(String.valueOf(address.getHost()))) {
            object(Code.SENDER_UNPROTECTED, "sekisho.sms.address is no gateway's: that is https on another host.");
        }
        if (!facts.settings().containsKey("sekisho.sms.token")) {
            object(Code.SECRET_MISSING, "sekisho.sms.token is missing. The gateway gives it.");
        }
    }

    private void secrets() {
        new TreeMap<>(facts.settings())
                .forEach((name, value) ->
                        Secrets.fault(name, value).ifPresent(code -> object(code, name + " " + Secrets.said(code))));
        if (facts.database() instanceof DatabaseSettings.Ordinary ordinary) {
            Secrets.ofPassword(ordinary.password())
                    .ifPresent(code -> object(code, "the database's password " + Secrets.said(code)));
            if (!isLocal(ordinary.url()) && !ordinary.url().contains("sslmode=verify-full")) {
                object(
                        Code.DATABASE_UNPROTECTED,
                        "the database is on another host and its certificate is not checked. Add sslmode=verify-full to its URL.");
            }
        }
    }

    private void network() {
        EXPOSING.forEach((name, code) -> {
            String value = facts.settings().get(name);
            if (value != null && !isLoopback(value)) {
                object(
                        code,
                        name + " is open to other hosts. Remove it: 127.0.0.1 is meant, and a proxy may stand there.");
            }
        });
        objections.sort(java.util.Comparator.comparing(Objection::code));
    }

    private static boolean isLocal(String jdbcUrl) {
        String server = jdbcUrl.replaceFirst("^jdbc:postgresql:(//)?", "").replaceFirst("/.*", "");
        return THIS_MACHINE.stream().anyMatch(host -> server.equals(host) || server.startsWith(host + ":"));
    }

    private static boolean isLoopback(String address) {
        try {
            return address.equals("localhost") || InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException aName) {
            return false;
        }
    }
}
