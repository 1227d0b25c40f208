package sekisho.banksimulator.books;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of one bank and the orders it was given. Any thread; one lock. What a method returns is on the disk, if
 * this bank has a file.
 */
public final class BankBooks implements AutoCloseable {
    /** Who pays the bank's own deposits. */
    private static final String HOUSE = "bank/JPY";

    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, OpenAccount> accounts = new HashMap<>();
    private final Map<Key, Known> orders = new HashMap<>();
    private final Mandates mandates = new Mandates();
    private final Linkings linkings = new Linkings();
    private final Journal journal;
    private long references;

    private BankBooks(InstantSource clock, @Nullable Path file) {
        this.clock = clock;
        this.journal = file == null ? Journal.inMemory() : Journal.open(file, this::apply);
    }

    /** Books that are gone when the process ends. */
    public static BankBooks inMemory(InstantSource clock) {
        return new BankBooks(clock, null);
    }

    /** Books that are kept in a file; what is in it is read first. */
    public static BankBooks inFile(InstantSource clock, Path file) {
        return new BankBooks(clock, file);
    }

    /** Opens an account, unless there is one with this token. Says whether it did. */
    public boolean open(String token, String holder, String currency, long balance) {
        if (balance < 0) {
            throw new IllegalArgumentException("balance: at least 0");
        }
        return locked(() -> {
            if (accounts.containsKey(token)) {
                return false;
            }
            note(new Fact.Opened(clock.millis(), token, holder, currency, balance));
            return true;
        });
    }

    /** Closes an account for orders. Says whether there is one. */
    public boolean close(String token) {
        return locked(() -> {
            if (!accounts.containsKey(token)) {
                return false;
            }
            note(new Fact.Closed(clock.millis(), token));
            return true;
        });
    }

    /**
     * Takes an order, which is in progress from now on: {@link #carryOut} or {@link #refuse} has to follow. If the key
     * came before, says what became of it, and nothing has to follow.
     */
    public Optional<Verdict> take(Order order) {
        return locked(() -> {
            Known known = orders.get(Key.of(order));
            if (known == null) {
                orders.put(Key.of(order), new Known(order, new Verdict.InProgress()));
                return Optional.empty();
            }
            return Optional.of(known.answerToOrder(order));
        });
    }

    /** Does what an order says that was taken. */
    public Verdict carryOut(Order order) {
        return locked(() -> {
            requireTaken(order);
            @Nullable DeclineCode refusal = refusal(order);
            note(
                    refusal == null
                            ? new Fact.Settled(clock.millis(), order, references + 1)
                            : new Fact.Declined(clock.millis(), order, refusal));
            return known(order).verdict();
        });
    }

    /** Does not do what an order says that was taken. */
    public Verdict refuse(Order order, DeclineCode reason) {
        return locked(() -> {
            requireTaken(order);
            note(new Fact.Declined(clock.millis(), order, reason));
            return known(order).verdict();
        });
    }

    /** What became of an order. If it never came, its key is closed by this. */
    public Verdict enquire(Order order) {
        return locked(() -> {
            if (!orders.containsKey(Key.of(order))) {
                note(new Fact.KeyClosed(clock.millis(), order));
            }
            return known(order).answerToEnquiry(order);
        });
    }

    /** The account with a token; empty if there is none. */
    public Optional<Account> account(String token) {
        return locked(() -> Optional.ofNullable(accounts.get(token)).map(OpenAccount::now));
    }

    /** All accounts, in no order. */
    public List<Account> accounts() {
        return locked(() -> accounts.values().stream().map(OpenAccount::now).toList());
    }

    /** The entries of an account's statement behind a number, oldest first, at most so many. */
    public List<StatementEntry> statement(String token, long after, int atMost) {
        return locked(() -> {
            OpenAccount account = accounts.get(token);
            if (account == null) {
                return List.of();
            }
            int first = Math.clamp(after, 0, account.entries.size());
            int end = (int) Math.min(account.entries.size(), first + (long) atMost);
            return List.copyOf(account.entries.subList(first, end));
        });
    }

    /** The last entries of an account's statement, oldest first, at most so many. */
    public List<StatementEntry> lastEntries(String token, int atMost) {
        return locked(() -> {
            OpenAccount account = accounts.get(token);
            if (account == null) {
                return List.of();
            }
            int size = account.entries.size();
            return List.copyOf(account.entries.subList(Math.max(0, size - atMost), size));
        });
    }

    /**
     * Gives an operator a mandate on an account. Says whether it did: the account is there and open, and there is no
     * mandate with this token.
     */
    public boolean mandate(String token, String account, String operator, String reference) {
        return locked(() -> {
            OpenAccount given = accounts.get(account);
            if (given == null || given.closed || mandates.get(token) != null) {
                return false;
            }
            note(new Fact.Mandated(clock.millis(), token, account, operator, reference));
            return true;
        });
    }

    /** Ends a mandate, unless it has ended; nothing moves under it any more. The mandate; empty if there is none. */
    public Optional<Mandate> endMandate(String token, EndedBy by) {
        return locked(() -> {
            Mandate mandate = mandates.get(token);
            if (mandate != null && mandate.end() == null) {
                note(new Fact.MandateEnded(clock.millis(), token, by));
            }
            return Optional.ofNullable(mandates.get(token));
        });
    }

    /** The mandate with a token; empty if there is none. */
    public Optional<Mandate> mandate(String token) {
        return locked(() -> Optional.ofNullable(mandates.get(token)));
    }

    /** All mandates on an account, ended ones too, oldest first. */
    public List<Mandate> mandates(String account) {
        return locked(() -> mandates.of(account));
    }

    /** An operator's mandates that have ended, behind a number, in the order in which they ended, at most so many. */
    public List<Mandate> endedMandates(String operator, long after, int atMost) {
        return locked(() -> mandates.endedAfter(operator, after, atMost));
    }

    /**
     * Puts one yen on an account, with a text, paid by the bank itself. Where there is no such account, or it is closed, it
     * bounces, and takes as long. Says whether it arrived, which is the bank's to know and nobody else's.
     *
     * @param account its token, or any name for one that is not there
     */
    public boolean deposit(String account, String text) {
        return locked(() -> {
            OpenAccount open = accounts.get(account);
            boolean arrives = open != null && !open.closed && open.currency.equals("JPY");
            note(
                    arrives
                            ? new Fact.Deposited(clock.millis(), account, references + 1, text)
                            : new Fact.Bounced(clock.millis(), account));
            return arrives;
        });
    }

    /** Keeps that a wallet was linked, now. */
    public void link(Linking linking) {
        Linking _ = locked(() -> {
            note(new Fact.Linked(linking.since(), linking));
            return linking;
        });
    }

    /** Says something of a linking to its operator. */
    public void say(String linking, StatementPurpose purpose, StatementAnswer answer) {
        StatementAnswer _ = locked(() -> {
            note(new Fact.Spoke(clock.millis(), linking, purpose, answer));
            return answer;
        });
    }

    /** Takes the holder's answer, CONFIRMED or OBJECTED, and tells the operator; unless it was given before. */
    public boolean answer(String linking, StatementAnswer answer) {
        return locked(() -> {
            boolean takes = linkings.takes(linking, answer);
            if (takes) {
                note(new Fact.Spoke(clock.millis(), linking, StatementPurpose.CONSENT, answer));
            }
            return takes;
        });
    }

    /** The linkings of an account, oldest first; of each link of an operator the latest. */
    public List<Linking> linkings(String account) {
        return locked(() -> linkings.of(account));
    }

    /** The latest linking of an operator's link; empty if there is none. */
    public Optional<Linking> linking(String operator, String book, String link) {
        return locked(() -> linkings.latest(operator, book, link));
    }

    /** What was said to an operator of linkings, behind a number, in order, at most so much. */
    public List<Said> saidAfter(String operator, long after, int atMost) {
        return locked(() -> linkings.saidAfter(operator, after, atMost));
    }

    @Override
    public void close() {
        journal.close();
    }

    /** What one operator calls one order. */
    private record Key(String operator, String key) {
        static Key of(Order order) {
            return new Key(order.operator(), order.key());
        }
    }

    /** An order with what became of it. */
    private record Known(Order order, Verdict verdict) {
        Verdict answerToOrder(Order again) {
            if (!again.equals(order)) {
                return new Verdict.Conflict();
            }
            return verdict instanceof Verdict.NeverReceived ? new Verdict.Declined(DeclineCode.KEY_CLOSED) : verdict;
        }

        Verdict answerToEnquiry(Order asked) {
            return asked.equals(order) ? verdict : new Verdict.Conflict();
        }
    }

    /** An account and its statement. Owner: the holder of the lock. */
    private static final class OpenAccount {
        private final String token;
        private final String holder;
        private final String currency;
        private final List<StatementEntry> entries = new ArrayList<>();
        private boolean closed;
        private long balance;

        OpenAccount(String token, String holder, String currency) {
            this.token = token;
            this.holder = holder;
            this.currency = currency;
        }

        Account now() {
            return new Account(token, holder, currency, closed, balance);
        }

        void book(long at, String key, long reference, long amount, String text) {
            balance += amount;
            entries.add(new StatementEntry(entries.size() + 1, at, key, reference, amount, balance, text));
        }
    }

    private @Nullable DeclineCode refusal(Order order) {
        Mandate mandate = mandates.get(order.account());
        if (mandate != null && !mandate.operator().equals(order.operator())) {
            return DeclineCode.ACCOUNT_NOT_FOUND;
        }
        if (mandate != null && mandate.end() != null) {
            return DeclineCode.MANDATE_ENDED;
        }
        OpenAccount account = accounts.get(accountOf(order));
        if (account == null) {
            return DeclineCode.ACCOUNT_NOT_FOUND;
        }
        if (account.closed) {
            return DeclineCode.ACCOUNT_CLOSED;
        }
        if (!account.currency.equals(order.currency())) {
            return DeclineCode.CURRENCY_NOT_HELD;
        }
        OpenAccount payer = order.direction() == Direction.DEBIT
                ? account
                : accounts.get(settlement(order.operator(), order.currency()));
        return payer == null || payer.balance < order.amount() ? DeclineCode.INSUFFICIENT_FUNDS : null;
    }

    /** The name of an operator's settlement account in a currency. */
    public static String settlement(String operator, String currency) {
        return operator + "/" + currency;
    }

    /** Makes a fact of something that was decided. */
    private void note(Fact fact) {
        journal.append(fact);
        apply(fact);
    }

    private void apply(Fact fact) {
        switch (fact) {
            case Fact.Opened(var at, var token, var holder, var currency, var balance) -> {
                var account = new OpenAccount(token, holder, currency);
                accounts.put(token, account);
                if (balance > 0) {
                    account.book(at, "", 0, balance, "opening balance");
                }
            }
            case Fact.Closed(var _, var token) -> existing(token).closed = true;
            case Fact.Settled(var at, var order, var reference) -> {
                references = reference;
                move(at, order, reference);
                orders.put(Key.of(order), new Known(order, new Verdict.Settled(reference)));
            }
            case Fact.Declined(var _, var order, var reason) ->
                orders.put(Key.of(order), new Known(order, new Verdict.Declined(reason)));
            case Fact.KeyClosed(var _, var order) ->
                orders.put(Key.of(order), new Known(order, new Verdict.NeverReceived()));
            case Fact.Mandated(var at, var token, var account, var operator, var reference) ->
                mandates.give(new Mandate(token, account, operator, reference, at, null));
            case Fact.Linked(var _, var linking) -> linkings.give(linking);
            case Fact.Spoke(var at, var linking, var purpose, var answer) -> linkings.say(linking, at, purpose, answer);
            case Fact.Deposited(var at, var account, var reference, var text) -> {
                references = reference;
                existing(account).book(at, "", reference, 1, text);
                accounts.computeIfAbsent(HOUSE, _ -> new OpenAccount(HOUSE, HOUSE, "JPY"))
                        .book(at, "", reference, -1, text);
            }
            case Fact.Bounced _ -> {}
            case Fact.MandateEnded(var at, var token, var by) -> mandates.end(token, at, by);
        }
    }

    /** An order names an account, or a mandate on one. */
    private String accountOf(Order order) {
        Mandate mandate = mandates.get(order.account());
        return mandate == null ? order.account() : mandate.account();
    }

    private void move(long at, Order order, long reference) {
        long toCustomer = order.direction() == Direction.DEBIT ? -order.amount() : order.amount();
        OpenAccount customer = existing(accountOf(order));
        customer.book(at, order.key(), reference, toCustomer, order.operator());
        String name = settlement(order.operator(), order.currency());
        accounts.computeIfAbsent(name, _ -> new OpenAccount(name, order.operator(), order.currency()))
                .book(at, order.key(), reference, -toCustomer, customer.holder);
    }

    private OpenAccount existing(String token) {
        OpenAccount account = accounts.get(token);
        if (account == null) {
            throw new IllegalStateException("a fact speaks of an account that was never opened");
        }
        return account;
    }

    private Known known(Order order) {
        Known known = orders.get(Key.of(order));
        if (known == null) {
            throw new IllegalStateException("the order was not taken");
        }
        return known;
    }

    private void requireTaken(Order order) {
        if (!(known(order).verdict() instanceof Verdict.InProgress)) {
            throw new IllegalStateException("the order is not in progress");
        }
    }

    /** Something that is done under the lock. */
    private interface Step<T> {
        T run();
    }

    private <T> T locked(Step<T> step) {
        T result;
        lock.lock();
        try {
            result = step.run();
        } finally {
            lock.unlock();
        }
        // Also for what was only read: it may be another thread's, and not on the disk yet.
        journal.sync();
        return result;
    }
}
