package sekisho.server.linking;

import java.time.Instant;

/** A bank that is asked without a browser, and has answered at the first look: what {@link FakeBank} reads of {@link #says}. */
final class FakeWait implements WithoutBrowser {
    private static final long LIFE_SECONDS = 300;

    private final FakeBank bank;
    private volatile String says = "";

    FakeWait(FakeBank bank) {
        this.bank = bank;
    }

    /** What it answers to the next look: the answer and the account. */
    void says(String answer) {
        says = answer;
    }

    @Override
    public Asked ask(SupportedBank of, BankRedirect.Asking asking, Named named) {
        return new Asked.Taken(
                bank.sign(asking),
                new Open(asking.reference().toString(), Instant.now().plusSeconds(LIFE_SECONDS), 0));
    }

    @Override
    public Now look(Attempt attempt, Open open, String bindingNow) {
        String result = attempt.sent().nonce() + " " + says;
        return new Now.Ended(bank.read(result, attempt.sent(), attempt.terms(), bindingNow));
    }

    @Override
    public Now enter(Attempt attempt, Open open, String code, String bindingNow) {
        return look(attempt, open, bindingNow);
    }

    @Override
    public Noticed notice(SupportedBank of, sekisho.protocol.OperationId link) {
        return new Noticed.NotNow();
    }

    @Override
    public Took enterNotice(SupportedBank of, Open open, String code) {
        return new Took.Unknown();
    }
}
