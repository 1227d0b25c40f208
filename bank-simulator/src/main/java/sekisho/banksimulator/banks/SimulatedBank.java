package sekisho.banksimulator.banks;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sekisho.banksimulator.books.BankBooks;
import sekisho.banksimulator.books.Order;
import sekisho.banksimulator.conduct.CallKind;
import sekisho.banksimulator.conduct.Conduct;
import sekisho.banksimulator.conduct.Misbehaviour;
import sekisho.banksimulator.conduct.Temper;
import sekisho.banksimulator.customers.BankSecrets;
import sekisho.banksimulator.customers.Customers;
import sekisho.banksimulator.profile.BankProfile;

/** One bank. Any thread. */
public final class SimulatedBank implements AutoCloseable {
    private volatile BankDefinition definition;
    private final BankBooks books;
    private final Temper temper;
    private final CallLog calls;
    private final Teller teller;
    private final BankSecrets secrets;
    private final @Nullable Customers customers;

    /** @param folder where the bank keeps its books; null: nowhere */
    public SimulatedBank(BankDefinition definition, InstantSource clock, @Nullable Path folder) {
        this.definition = definition;
        this.books = folder == null
                ? BankBooks.inMemory(clock)
                : BankBooks.inFile(clock, folder.resolve(definition.code() + ".journal"));
        this.temper = new Temper(definition.conduct());
        this.calls = new CallLog(clock);
        this.teller = new Teller(books, temper);
        this.secrets = BankSecrets.of(folder == null ? null : folder.resolve(definition.code() + ".keys"));
        this.customers = definition.profile() == null ? null : new Customers(definition.profile(), secrets, books);
    }

    public BankDefinition definition() {
        return definition;
    }

    /** Asks, compares and tells by this profile from now on; who is on a page goes on as they began. */
    public void follow(BankProfile profile) {
        if (customers == null || !profile.code().equals(definition.code())) {
            throw new IllegalArgumentException("only a bank with pages changes them, and only its own");
        }
        definition = new BankDefinition(definition.code(), definition.name(), definition.conduct(), profile);
    }

    /** Accounts, statements, and what became of orders. */
    public BankBooks books() {
        return books;
    }

    /** What it signs with, and what its tokens follow from. */
    public BankSecrets secrets() {
        return secrets;
    }

    /** Its customers; empty if it has no pages. */
    public Optional<Customers> customers() {
        return Optional.ofNullable(customers);
    }

    /** How the bank behaves now. */
    public Conduct conduct() {
        return temper.conduct();
    }

    /** Behaves like this from now on. Calls that hang go on. */
    public void behave(Conduct conduct) {
        temper.set(conduct);
    }

    /** Calls that were received behind a number, oldest first, at most so many; only the last 100,000 are kept. */
    public List<CallRecord> callsAfter(long number, int atMost) {
        return calls.after(number, atMost);
    }

    /** Serves a call, which may take long. */
    public Reply serve(CallKind kind, Order order) throws InterruptedException {
        Optional<Misbehaviour> suffered = temper.next(kind, order.key());
        long number =
                calls.received(kind, order, suffered.map(Misbehaviour::fault).orElse(null));
        Reply reply = suffered.isPresent() ? teller.serve(kind, order, suffered.get()) : teller.serve(kind, order);
        calls.replied(number, reply);
        return reply;
    }

    /** Lets go what hangs, and closes the books. */
    @Override
    public void close() {
        temper.close();
        books.close();
    }
}
