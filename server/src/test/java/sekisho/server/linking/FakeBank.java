package sekisho.server.linking;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A bank that answers what it is told to. A result is {@code nonce answer}; it checks nothing but the binding. */
final class FakeBank implements BankRedirect {
    static final URI ISSUER = URI.create("http://127.0.0.1:9100/banks/0001");

    private final UUID mandate = UUID.randomUUID();

    @Override
    public Signed sign(Asking asking) {
        String nonce = UUID.randomUUID().toString().replace("-", "");
        var sent = new Sent(
                asking.bank(),
                asking.reference(),
                asking.binding(),
                nonce,
                "digest",
                asking.compared().keySet(),
                Instant.now().plusSeconds(600));
        return new Signed("signed", 47, sent);
    }

    @Override
    public Optional<String> nonce(String result) {
        return Optional.of(result.split(" ", 2)[0]);
    }

    @Override
    public String publicKeys() {
        return "{}";
    }

    @Override
    public Back read(String result, Sent sent, String bindingNow) {
        if (!bindingNow.equals(sent.binding())) {
            return new Back.Refused("WRONG_SESSION");
        }
        Map<String, Back> answers = Map.of(
                "granted", new Back.Granted(mandate, "本店・普通・＊＊＊＊412", "Main, ordinary, ****412", false),
                "mismatch", new Back.Granted(mandate, "本店", "Main", true),
                "declined", new Back.NotGranted("declined"));
        return java.util.Objects.requireNonNull(answers.get(result.split(" ", 2)[1]));
    }

    @Override
    public Notice readNotice(String notice) {
        return new Notice.Refused("NOT_A_JWS");
    }
}
