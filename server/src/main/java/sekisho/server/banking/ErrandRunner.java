package sekisho.server.banking;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import sekisho.bank.AccountToken;
import sekisho.bank.BankAnswer;
import sekisho.bank.BankInstruction;
import sekisho.bank.CallAnswer;
import sekisho.bank.DeclineReason;
import sekisho.bank.DoubtCause;
import sekisho.protocol.Event.InstructionChanged;
import sekisho.protocol.InstructionCommand;
import sekisho.protocol.InstructionOutcome;
import sekisho.protocol.InstructionStatus;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.Repeated;

/** Runs the errands of one bank. Any thread; an errand takes as long as its bank and the engine let it. */
final class ErrandRunner {
    private static final System.Logger LOG = System.getLogger(ErrandRunner.class.getName());
    private static final Duration TROUBLE_PAUSE = Duration.ofSeconds(1);
    private static final int MOST_LOOKS = 6;

    private final BankDesk desk;
    private final BankCaller bank;
    private final Engine engine;
    private final LinkedAccounts accounts;
    private final Agenda agenda;
    private final BankingSettings settings;

    ErrandRunner(
            BankDesk desk,
            BankCaller bank,
            Engine engine,
            LinkedAccounts accounts,
            Agenda agenda,
            BankingSettings settings) {
        this.desk = desk;
        this.bank = bank;
        this.engine = engine;
        this.accounts = accounts;
        this.agenda = agenda;
        this.settings = settings;
    }

    /**
     * Runs an errand to its end.
     *
     * @param permit to call the bank; given back if it was not used
     */
    void run(Errand errand, BankCaller.Permit permit) throws InterruptedException {
        try (permit) {
            Optional<AccountToken> account =
                    accounts.account(errand.instruction().link());
            switch (errand) {
                case Errand.Carry carry -> carry(carry, account, permit);
                case Errand.Ask ask -> ask(ask, account, permit);
                case Errand.LookAgain look -> lookAgain(look, account, permit);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "an errand failed: " + errand.line(), e);
            boolean _ = agenda.after(TROUBLE_PAUSE, () -> desk.carryAgain(errand.id()));
        } finally {
            desk.ended(errand);
        }
    }

    private void carry(Errand.Carry errand, Optional<AccountToken> account, BankCaller.Permit permit)
            throws InterruptedException {
        // The lease is counted from before the claim: the engine counts it from later.
        long deadlineNanos = System.nanoTime() + settings.lease().toNanos();
        var claim = new InstructionCommand.Claim(errand.id(), settings.lease().toMillis());
        switch (engine.say(claim)) {
            case InstructionOutcome.Claimed(var _, var until) -> {
                desk.claimed(changed(errand.instruction(), InstructionStatus.CLAIMED, until));
                report(errand, answer(errand, account, deadlineNanos, permit));
            }
            case InstructionOutcome.Withdrawn _ -> desk.forget(errand.id());
            case Refused(var reason, var until)
            when reason == Refusal.INSTRUCTION_CLAIMED ->
                desk.claimed(changed(errand.instruction(), InstructionStatus.CLAIMED, until));
            // Withdrawn, ended, unknown, or in doubt at a bank that is stopped: the log will tell if anything is to be
            // done.
            case Refused _ -> desk.forget(errand.id());
            case InstructionOutcome.Booked _,
                    InstructionOutcome.BookedToSuspense _,
                    InstructionOutcome.Released _,
                    InstructionOutcome.Doubted _,
                    InstructionOutcome.AlreadyKnown _,
                    InstructionOutcome.Contradicted _,
                    Repeated _ -> throw new IllegalStateException("no answer to a claim");
        }
    }

    private CallAnswer answer(
            Errand.Carry errand, Optional<AccountToken> account, long deadlineNanos, BankCaller.Permit permit)
            throws InterruptedException {
        if (account.isEmpty()) {
            LOG.log(Level.ERROR, "{0} is declined: no account is known for its link", errand.line());
            return new CallAnswer.Declined(DeclineReason.NO_ACCOUNT_LINKED);
        }
        if (deadlineNanos - System.nanoTime() < settings.callTimeout().toNanos()) {
            // The claim's answer took so long that the claim would be over before the call.
            return new CallAnswer.InDoubt(DoubtCause.NOT_REACHED);
        }
        return bank.carryOut(instruction(errand, account.get()), deadlineNanos, permit);
    }

    private void ask(Errand.Ask errand, Optional<AccountToken> account, BankCaller.Permit permit)
            throws InterruptedException {
        if (account.isEmpty()) {
            LOG.log(Level.ERROR, "{0} stays in doubt: no account is known for its link", errand.line());
            return;
        }
        report(errand, bank.enquire(instruction(errand, account.get()), permit));
    }

    private void lookAgain(Errand.LookAgain errand, Optional<AccountToken> account, BankCaller.Permit permit)
            throws InterruptedException {
        if (account.isEmpty()) {
            return;
        }
        BankAnswer answer = bank.enquire(instruction(errand, account.get()), permit);
        if (!(answer instanceof CallAnswer.InDoubt)) {
            report(errand, answer);
        } else if (errand.times() < MOST_LOOKS) {
            lookLater(errand.instruction(), errand.times() + 1);
        }
    }

    private void report(Errand errand, BankAnswer answer) throws InterruptedException {
        InstructionCommand command = command(errand, answer);
        if (command instanceof InstructionCommand.InDoubt
                && errand.instruction().status() == InstructionStatus.IN_DOUBT) {
            // The log says so already: during an outage it does not grow with every enquiry.
            doubted(errand, answer);
            return;
        }
        switch (engine.say(command)) {
            case InstructionOutcome.Booked _, InstructionOutcome.BookedToSuspense _, InstructionOutcome.Released _ ->
                ended(errand, answer);
            case InstructionOutcome.Doubted _ -> doubted(errand, answer);
            case InstructionOutcome.AlreadyKnown(var status) -> {
                if (!status.open()) {
                    desk.forget(errand.id());
                }
            }
            case InstructionOutcome.Contradicted(var before) -> {
                LOG.log(Level.DEBUG, "{0} was {1}, and is {2} now", errand.line(), before, answer);
                desk.forget(errand.id());
            }
            case Refused refused -> {
                LOG.log(Level.ERROR, "{0}: {1} was not taken: {2}", errand.line(), answer, refused.reason());
                desk.forget(errand.id());
            }
            case InstructionOutcome.Claimed _, InstructionOutcome.Withdrawn _, Repeated _ ->
                throw new IllegalStateException("no answer to a report of " + answer);
        }
    }

    private void ended(Errand errand, BankAnswer answer) {
        desk.forget(errand.id());
        boolean again = switch (answer) {
            case CallAnswer.Settled _ -> settings.lookAgain().atSettled();
            case CallAnswer.Declined _, BankAnswer.NotKnown _ ->
                settings.lookAgain().atDeclined();
            case CallAnswer.InDoubt _ -> false;
        };
        if (again && !(errand instanceof Errand.LookAgain)) {
            lookLater(errand.instruction(), 0);
        }
    }

    private void doubted(Errand errand, BankAnswer answer) {
        LOG.log(forPeople(answer) ? Level.ERROR : Level.DEBUG, "{0} is in doubt: {1}", errand.line(), answer);
        // Later on the engine says when to ask.
        if (errand instanceof Errand.Carry) {
            boolean _ = agenda.after(settings.enquireAfter(), () -> desk.askAgain(errand.id()));
        }
    }

    /** Whether asking again will not help until somebody has looked. */
    private static boolean forPeople(BankAnswer answer) {
        return answer instanceof CallAnswer.InDoubt(var cause)
                && (cause == DoubtCause.KEY_CONFLICT || cause == DoubtCause.NOT_ADMITTED);
    }

    private void lookLater(InstructionChanged instruction, int times) {
        boolean _ = agenda.after(
                settings.lookAgain().after(), () -> desk.lookAgain(new Errand.LookAgain(instruction, times)));
    }

    private static InstructionCommand command(Errand errand, BankAnswer answer) {
        return switch (answer) {
            case CallAnswer.Settled(var reference) -> new InstructionCommand.Settled(errand.id(), reference);
            case CallAnswer.Declined(var reason) -> new InstructionCommand.Declined(errand.id(), reason.code());
            case CallAnswer.InDoubt _ -> new InstructionCommand.InDoubt(errand.id());
            case BankAnswer.NotKnown(var bound) ->
                bound
                        ? new InstructionCommand.Declined(errand.id(), DeclineReason.NEVER_RECEIVED.code())
                        : new InstructionCommand.InDoubt(errand.id());
        };
    }

    private static BankInstruction instruction(Errand errand, AccountToken account) {
        var of = errand.instruction();
        return switch (of.operation()) {
            case TOP_UPS -> new BankInstruction.Debit(of.instruction(), of.bank(), account, of.amount());
            case CASH_OUTS -> new BankInstruction.Credit(of.instruction(), of.bank(), account, of.amount());
            case LINKS -> throw new IllegalStateException("no instruction is about links");
        };
    }

    private static InstructionChanged changed(InstructionChanged from, InstructionStatus status, long until) {
        return new InstructionChanged(
                from.instruction(),
                status,
                from.operation(),
                from.bank(),
                from.wallet(),
                from.link(),
                from.amount(),
                until);
    }
}
