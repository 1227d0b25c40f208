package sekisho.server.linking;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import sekisho.bank.AccountToken;
import sekisho.bank.redirect.SignedStatement;
import sekisho.bank.redirect.StatementTerms;
import sekisho.protocol.BankAnswer;
import sekisho.protocol.BankResult;
import sekisho.protocol.Purpose;
import sekisho.protocol.Token;
import sekisho.server.founding.SoftKey;

/** A bank that answers what it is told to. A result is {@code nonce answer account}; it checks nothing but the binding. */
final class FakeBank implements BankRedirect {
    static final URI ISSUER = URI.create("http://127.0.0.1:9100/banks/0001");
    private static final long LIFE = 300_000;

    private final Map<String, StatementTerms> asked = new ConcurrentHashMap<>();
    private final SoftKey pen;

    FakeBank(SoftKey pen) {
        this.pen = pen;
    }

    @Override
    public Signed sign(Asking asking) {
        String nonce = UUID.randomUUID().toString().replace("-", "");
        asked.put(nonce, asking.terms());
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

    /** What a request was to be about. */
    StatementTerms terms(String nonce) {
        return java.util.Objects.requireNonNull(asked.get(nonce));
    }

    @Override
    public Optional<String> nonce(String result) {
        return Optional.of(result.split(" ", 3)[0]);
    }

    @Override
    public String publicKeys() {
        return "{}";
    }

    @Override
    public Back read(String result, Sent sent, StatementTerms terms, String bindingNow) {
        if (!bindingNow.equals(sent.binding())) {
            return new Back.Refused("WRONG_SESSION");
        }
        String[] words = result.split(" ", 3);
        if (words[1].equals("left")) {
            return new Back.NothingSaid("declined");
        }
        BankAnswer answer = BankAnswer.valueOf(words[1]);
        Optional<Granted> granted = answer == BankAnswer.MTCH
                ? Optional.of(new Granted(
                        new AccountToken(sent.reference().getMostSignificantBits(), Long.parseLong(words[2])),
                        "本店・普通・＊＊＊＊412",
                        "Main, ordinary, ****412"))
                : Optional.empty();
        return new Back.Said(say(terms, Long.parseLong(words[2]), Purpose.LINK, answer), granted, "granted");
    }

    /** The bank's word, signed. */
    SignedStatement say(StatementTerms terms, long account, Purpose purpose, BankAnswer answer) {
        var result = new BankResult(
                terms.book(),
                terms.bank(),
                terms.key(),
                terms.wallet(),
                terms.person(),
                terms.link(),
                terms.session(),
                new Token(1, account),
                terms.nonce(),
                purpose,
                answer,
                System.currentTimeMillis() + LIFE);
        return new SignedStatement(result, pen.sign(result.canonical()));
    }

    @Override
    public Notice readNotice(String notice) {
        return new Notice.Refused("NOT_A_JWS");
    }
}
