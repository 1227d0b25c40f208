package sekisho.auditor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sekisho.protocol.AccountKey;
import sekisho.protocol.Event;
import sekisho.protocol.InstructionStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.Outcome;
import sekisho.protocol.Refused;
import sekisho.protocol.RequestId;
import sekisho.protocol.Side;
import sekisho.protocol.WalletCommand;

/** Laws that every step must leave unbroken, checked on the step's events and answers with bookkeeping of its own. */
final class Laws {

    /** The time after which nobody may ask for an answer again, with a margin. */
    private static final long ANSWERS_KEPT = 1_200_000;

    private final State state;
    private final Accounts accounts;
    private final WholeBooks wholeBooks;
    private final UsageLaw usage;
    private final Rows<AccountKey, Long> sequences;
    private final Rows<AccountKey, Long> available;
    private final Rows<Keys.Funds, Long> excess;
    private final SortedRows<Keys.Remembered, Outcome> answers;
    private final Rows<OperationId, InstructionStatus> statuses;

    Laws(State state) {
        this.state = state;
        accounts = new Accounts(state);
        wholeBooks = new WholeBooks(state);
        usage = new UsageLaw(state);
        sequences = new Rows<>(state.undo);
        available = new Rows<>(state.undo);
        excess = new Rows<>(state.undo);
        answers = new SortedRows<>(state.undo, Keys.Remembered.ORDER);
        statuses = new Rows<>(state.undo);
    }

    void check(Step step) {
        balanced(step.timePassed());
        step.timePassed().forEach(this::follow);
        for (Answered answered : step.answers()) {
            balanced(answered.events());
            answered.events().forEach(this::follow);
            unchanging(answered);
        }
        floors(step);
        safeguarded(step);
        usage.check(step);
        forgetAnswers();
    }

    void checkEverything() {
        wholeBooks.check();
    }

    /** Per currency and kind of entry, debits equal credits. */
    private static void balanced(List<Event> events) {
        Map<Object, Long> sums = new HashMap<>();
        for (Event event : events) {
            if (event instanceof Event.Entry entry) {
                long signed = entry.side() == Side.DEBIT ? entry.amount() : -entry.amount();
                sums.merge(List.of(entry.account().currency(), entry.kind()), signed, Long::sum);
            }
        }
        sums.forEach((key, sum) -> LawBroken.unless(sum == 0, "debits equal credits in a posting", key));
    }

    private void follow(Event event) {
        switch (event) {
            case Event.Entry entry -> {
                long last = sequences.getOr(entry.account(), 0L);
                LawBroken.unless(entry.sequence() == last + 1, "an account's entries have no gap", entry);
                LawBroken.unless(entry.amount() > 0, "an entry moves something", entry);
                sequences.put(entry.account(), entry.sequence());
            }
            case Event.InstructionChanged changed -> {
                InstructionStatus before = statuses.find(changed.instruction());
                boolean legal = before == null
                        ? changed.status() == InstructionStatus.REQUESTED
                        : follows(before, changed.status());
                LawBroken.unless(legal, "an instruction goes its way from " + before, changed);
                statuses.put(changed.instruction(), changed.status());
            }
            case Event.Effective _,
                    Event.Reverses _,
                    Event.HoldOpened _,
                    Event.HoldClosed _,
                    Event.PaymentChanged _,
                    Event.EnquiryDue _,
                    Event.BankContradiction _,
                    Event.LinkChanged _,
                    Event.HolderChanged _,
                    Event.BankChanged _,
                    Event.SafeguardingShortfall _,
                    Event.ClockHalted _,
                    Event.TrustChanged _,
                    Event.EvidenceAccepted _,
                    Event.AssuranceChanged _,
                    Event.AuthenticatorChanged _,
                    Event.LinkMoved _,
                    Event.TryFailed _,
                    Event.DoorFailed _,
                    Event.LockMoved _ -> {}
        }
    }

    private static boolean follows(InstructionStatus before, InstructionStatus after) {
        return switch (before) {
            case REQUESTED -> after != InstructionStatus.REQUESTED;
            case CLAIMED, IN_DOUBT -> after != InstructionStatus.REQUESTED && after != InstructionStatus.WITHDRAWN;
            case DECLINED, WITHDRAWN -> after == InstructionStatus.SETTLED;
            case SETTLED -> false;
        };
    }

    /** A repeat is told what was told first, and nothing is done twice. */
    private void unchanging(Answered answered) {
        boolean tried = answered.request().dryRun() && !answered.answer().repeated();
        if (tried || !(answered.request().key() instanceof RequestId id)) {
            return;
        }
        Keys.Remembered key = new Keys.Remembered(answered.request().client(), id);
        Outcome outcome = answered.answer().outcome();
        Outcome first = answers.find(key);
        if (answered.answer().repeated()) {
            LawBroken.unless(outcome.equals(first), "an answer never changes", answered);
        } else if (!(outcome instanceof Refused refused) || refused.reason().remembered()) {
            LawBroken.unless(
                    first == null || !(outcome.accepted() && first.accepted()), "nothing is done twice", answered);
            answers.put(key, outcome);
        }
    }

    private void forgetAnswers() {
        Keys.Remembered oldest = answers.first();
        while (oldest != null && oldest.id().millis() < state.now.get() - ANSWERS_KEPT) {
            answers.remove(oldest);
            oldest = answers.first();
        }
    }

    /** Nothing lowers an account below its floor. */
    private void floors(Step step) {
        boolean floorsSet = step.answers().stream()
                .anyMatch(answered -> answered.request().command() instanceof WalletCommand.SetFloor);
        for (Answered answered : step.answers()) {
            answered.events().forEach(event -> floor(event, floorsSet));
        }
        step.timePassed().forEach(event -> floor(event, floorsSet));
    }

    private void floor(Event event, boolean floorsSet) {
        if (!(event instanceof Event.Entry entry)
                || !Accounts.hasFloor(entry.account().kind())) {
            return;
        }
        long now = accounts.available(entry.account());
        long lowest = Math.min(accounts.row(entry.account()).floor(), available.getOr(entry.account(), 0L));
        LawBroken.unless(floorsSet || now >= lowest, "nothing goes below its floor", entry);
        available.put(entry.account(), now);
    }

    /** E-money outstanding is covered, but for what a bank's contradiction has cost and was reported. */
    private void safeguarded(Step step) {
        boolean reported = step.answers().stream()
                .flatMap(answered -> answered.events().stream())
                .anyMatch(Event.SafeguardingShortfall.class::isInstance);
        step.answers().stream()
                .flatMap(answered -> answered.events().stream())
                .filter(Event.Entry.class::isInstance)
                .map(event -> ((Event.Entry) event).account())
                .map(account -> new Keys.Funds(account.book(), account.currency()))
                .distinct()
                .forEach(key -> {
                    long now = state.funds.getOr(key, State.Funds.NONE).excess();
                    LawBroken.unless(reported || now <= Math.max(0, excess.getOr(key, 0L)), "e-money is covered", key);
                    excess.put(key, now);
                });
    }
}
