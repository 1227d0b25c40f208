package sekisho.core.state;

import sekisho.core.banks.Banks;
import sekisho.core.banks.Instructions;
import sekisho.core.banks.Links;
import sekisho.core.checkpoint.CheckedLinks;
import sekisho.core.checkpoint.Locks;
import sekisho.core.checkpoint.Lots;
import sekisho.core.checkpoint.Windows;
import sekisho.core.identity.Assurance;
import sekisho.core.identity.Identities;
import sekisho.core.journal.RequestJournal;
import sekisho.core.journal.Streams;
import sekisho.core.ledger.Accounts;
import sekisho.core.ledger.Currencies;
import sekisho.core.ledger.Holders;
import sekisho.core.ledger.Holds;
import sekisho.core.ledger.Reversals;
import sekisho.core.ledger.Safeguard;
import sekisho.core.limits.Tiers;
import sekisho.core.limits.Usage;
import sekisho.core.memory.Guard;
import sekisho.core.memory.Memory;
import sekisho.core.payments.Payments;
import sekisho.core.time.Clock;
import sekisho.core.time.Deadlines;
import sekisho.core.trust.Trust;

/** The tables of one engine. All of them live in one memory, so that they freeze and undo together. */
public final class State {

    private final Guard guard;
    private final Memory memory;
    private final Clock clock;
    private final Deadlines deadlines;
    private final Currencies currencies;
    private final Holders holders;
    private final Accounts accounts;
    private final Safeguard safeguard;
    private final Holds holds;
    private final Reversals reversals;
    private final Tiers tiers;
    private final Usage usage;
    private final Banks banks;
    private final Links links;
    private final Instructions instructions;
    private final Payments payments;
    private final Streams streams;
    private final RequestJournal journal;
    private final Trust trust;
    private final Identities identities;
    private final Assurance assurance;
    private final CheckedLinks checkedLinks;
    private final Windows windows;
    private final Locks locks;
    private final Lots lots;

    /** An empty state. */
    public State() {
        this(new Guard());
    }

    private State(Guard guard) {
        this(guard, new Memory(guard), new RequestJournal(guard));
    }

    /** The order matters: a frozen memory hands its words out in the order in which the living one did. */
    private State(Guard guard, Memory memory, RequestJournal journal) {
        this.guard = guard;
        this.memory = memory;
        this.journal = journal;
        clock = new Clock(memory);
        deadlines = new Deadlines(memory);
        currencies = new Currencies(memory);
        holders = new Holders(memory);
        accounts = new Accounts(memory, holders);
        safeguard = new Safeguard(memory);
        holds = new Holds(memory);
        reversals = new Reversals(memory);
        tiers = new Tiers(memory);
        usage = new Usage(memory, holders);
        banks = new Banks(memory);
        links = new Links(memory, holders);
        instructions = new Instructions(memory, banks);
        payments = new Payments(memory);
        streams = new Streams(memory);
        trust = new Trust(memory);
        identities = new Identities(memory);
        assurance = new Assurance(trust, identities, holders, clock, deadlines);
        checkedLinks = new CheckedLinks(memory, banks);
        windows = new Windows(memory, holders, clock);
        locks = new Locks(memory, clock);
        lots = new Lots(memory, holders, clock, locks);
    }

    /** A read-only view of the state as it is now. {@link Guard#open} comes before, {@link Guard#close} in the end. */
    public State freeze() {
        return new State(guard, memory.freeze(), journal.freeze());
    }

    public Guard guard() {
        return guard;
    }

    public Memory memory() {
        return memory;
    }

    public Clock clock() {
        return clock;
    }

    public Deadlines deadlines() {
        return deadlines;
    }

    public Currencies currencies() {
        return currencies;
    }

    public Holders holders() {
        return holders;
    }

    public Accounts accounts() {
        return accounts;
    }

    public Safeguard safeguard() {
        return safeguard;
    }

    public Holds holds() {
        return holds;
    }

    public Reversals reversals() {
        return reversals;
    }

    public Tiers tiers() {
        return tiers;
    }

    public Usage usage() {
        return usage;
    }

    public Banks banks() {
        return banks;
    }

    public Links links() {
        return links;
    }

    public Instructions instructions() {
        return instructions;
    }

    public Payments payments() {
        return payments;
    }

    public Streams streams() {
        return streams;
    }

    public Trust trust() {
        return trust;
    }

    public Identities identities() {
        return identities;
    }

    public Assurance assurance() {
        return assurance;
    }

    public CheckedLinks checkedLinks() {
        return checkedLinks;
    }

    public Windows windows() {
        return windows;
    }

    public Locks locks() {
        return locks;
    }

    public Lots lots() {
        return lots;
    }

    public RequestJournal journal() {
        return journal;
    }
}
