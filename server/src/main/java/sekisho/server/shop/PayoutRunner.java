package sekisho.server.shop;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import sekisho.bank.AccountToken;
import sekisho.bank.BankAnswer;
import sekisho.bank.BankInstruction;
import sekisho.bank.CallAnswer;
import sekisho.bank.DeclineReason;
import sekisho.bank.DoubtCause;
import sekisho.server.banking.BankLine;
import sekisho.server.banking.MerchantAccounts;
import sekisho.server.live.LiveFeed;

/**
 * Takes a payout as far as it goes now: held in the ledger, sent to the bank once, asked about while in doubt, ended in the ledger. Each
 * step is in the row before it is done. Any thread.
 */
final class PayoutRunner {
    private static final System.Logger LOG = System.getLogger(PayoutRunner.class.getName());
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 4;

    private final Payouts payouts;
    private final PayoutLedger ledger;
    private final MerchantAccounts accounts;
    private final LiveFeed live;

    PayoutRunner(Payouts payouts, PayoutLedger ledger, MerchantAccounts accounts, LiveFeed live) {
        this.payouts = payouts;
        this.ledger = ledger;
        this.accounts = accounts;
        this.live = live;
    }

    void run(WaitingPayout payout, BankLine bank) throws InterruptedException {
        try {
            WaitingPayout.Word word = payout.answer();
            if (word != null) {
                end(payout, word);
            } else if (payout.sent()) {
                ask(payout, bank, false);
            } else {
                begin(payout, bank);
            }
        } catch (RuntimeException e) {
            // The lease gives it back.
            LOG.log(Level.ERROR, "payout " + payout.id() + " waits", e);
        }
    }

    private void begin(WaitingPayout payout, BankLine bank) throws InterruptedException {
        switch (ledger.hold(payout)) {
            case UNKNOWN -> later(payout);
            case NONE -> {
                payouts.forget(payout.id());
                live.changed(payout.merchant());
            }
            case HELD -> {
                Optional<AccountToken> account = accounts.account(payout.merchant(), payout.bank());
                if (account.isEmpty()) {
                    LOG.log(Level.ERROR, "payout {0} comes back: the shop has no account at its bank", payout.id());
                    answered(payout, new WaitingPayout.Word.Declined(DeclineReason.NO_ACCOUNT_LINKED));
                } else if (ledger.open(payout.bank())) {
                    send(payout, payout.credit(account.get()), bank);
                } else {
                    payouts.later(payout, SOON, false);
                }
            }
        }
    }

    private void send(WaitingPayout payout, BankInstruction.Credit credit, BankLine bank) throws InterruptedException {
        CallAnswer answer;
        try (var turn = bank.turn().orElse(null)) {
            if (turn == null) {
                payouts.later(payout, SOON, false);
                return;
            }
            if (!payouts.sending(payout)) {
                return;
            }
            answer = turn.credit(credit);
        }
        switch (answer) {
            case CallAnswer.Settled(var reference) -> answered(payout, new WaitingPayout.Word.Settled(reference));
            // The shop gets its money back only when the bank says it twice.
            case CallAnswer.Declined _ -> ask(payout, bank, true);
            case CallAnswer.InDoubt(var cause) -> {
                if (cause == DoubtCause.NOT_REACHED) {
                    payouts.notSent(payout);
                }
                doubted(payout, cause);
            }
        }
    }

    private void ask(WaitingPayout payout, BankLine bank, boolean declined) {
        Optional<AccountToken> account = accounts.account(payout.merchant(), payout.bank());
        if (account.isEmpty()) {
            LOG.log(Level.ERROR, "payout {0} stays in doubt: the shop has no account at its bank", payout.id());
            later(payout);
            return;
        }
        BankAnswer answer;
        try (var turn = bank.turn().orElse(null)) {
            if (turn == null) {
                payouts.later(payout, SOON, false);
                return;
            }
            answer = turn.enquire(payout.credit(account.get()));
        }
        switch (answer) {
            case CallAnswer.Settled(var reference) -> {
                if (declined) {
                    LOG.log(
                            Level.ERROR,
                            "bank {0} declined payout {1}, and says now that it made it",
                            bank(payout),
                            payout.id());
                }
                answered(payout, new WaitingPayout.Word.Settled(reference));
            }
            case CallAnswer.Declined(var reason) -> answered(payout, new WaitingPayout.Word.Declined(reason));
            case CallAnswer.InDoubt(var cause) -> doubted(payout, cause);
            case BankAnswer.NotKnown(var bound) -> {
                if (bound) {
                    answered(payout, new WaitingPayout.Word.Declined(DeclineReason.NEVER_RECEIVED));
                } else {
                    later(payout);
                }
            }
        }
    }

    private void doubted(WaitingPayout payout, DoubtCause cause) {
        boolean forPeople = cause == DoubtCause.KEY_CONFLICT || cause == DoubtCause.NOT_ADMITTED;
        LOG.log(
                forPeople ? Level.ERROR : Level.DEBUG,
                "payout {0} at bank {1} is in doubt: {2}",
                payout.id(),
                bank(payout),
                cause);
        later(payout);
    }

    private void answered(WaitingPayout payout, WaitingPayout.Word word) {
        payouts.answered(payout, word);
        end(payout, word);
    }

    private void end(WaitingPayout payout, WaitingPayout.Word word) {
        if (!ledger.end(payout, word)) {
            later(payout);
            return;
        }
        Payout.State state = switch (word) {
            case WaitingPayout.Word.Settled _ -> Payout.State.PAID;
            case WaitingPayout.Word.Declined _ -> Payout.State.RETURNED;
        };
        if (payouts.end(payout, state)) {
            live.changed(payout.merchant());
        }
    }

    private void later(WaitingPayout payout) {
        payouts.later(payout, SOON.multipliedBy(1L << Math.min(payout.tries(), MOST_DOUBLINGS)), true);
    }

    private static String bank(WaitingPayout payout) {
        return "%04d".formatted(payout.bank().code());
    }
}
