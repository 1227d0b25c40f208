package sekisho.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import sekisho.auditor.Answered;
import sekisho.auditor.Step;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.Command;
import sekisho.protocol.Event;
import sekisho.protocol.LedgerCommand;
import sekisho.protocol.PaymentCommand;
import sekisho.simulation.Message.Asked;

/** Decides what the next step brings: who sends how much of what. */
final class Planner {

    static final int LARGEST_FRAME = 1024;

    private static final ClientId CUSTOMERS = new ClientId(1);
    private static final ClientId DESK = new ClientId(2);
    private static final ClientId WORKERS = new ClientId(Long.MAX_VALUE);
    private static final int SETUP_AT_ONCE = 25;

    private final World world;
    private final Chance chance;
    private final Coverage coverage;
    private final SimulatedClock clock;
    private final CustomerActs customers;
    private final ShopActs shops;
    private final RegistryActs registry;
    private final LedgerActs ledger;
    private final SettingsActs settings;
    private final BankWorkers workers;
    private final Streams streams;
    private final Units units;
    private final FoundedBook founded;
    private final ArrayDeque<Message> waiting = new ArrayDeque<>();
    private Weather weather = Weather.CALM;
    private int weatherLasts = 100;

    Planner(World world, Coverage coverage, SimulatedClock clock) {
        this.world = world;
        this.chance = world.chance;
        this.coverage = coverage;
        this.clock = clock;
        customers = new CustomerActs(world);
        shops = new ShopActs(world);
        registry = new RegistryActs(world);
        ledger = new LedgerActs(world);
        settings = new SettingsActs(world, clock);
        workers = new BankWorkers(world, coverage);
        streams = new Streams(chance, world.glance);
        units = new Units(world, coverage, clock, settings);
        founded = new FoundedBook(world, clock);
    }

    /** What has to be there first. */
    List<List<Message>> setup() {
        List<List<Message>> frames = new ArrayList<>();
        for (BookId book : World.BOOKS) {
            List<Command<?>> all = new Setup(world, settings).commands(book);
            for (int from = 0; from < all.size(); from += SETUP_AT_ONCE) {
                List<Asked> asked = all.subList(from, Math.min(all.size(), from + SETUP_AT_ONCE)).stream()
                        .map(command -> units.single(command).dry(false))
                        .toList();
                frames.add(List.of(new Message.WithIds(book, DESK, asked)));
            }
        }
        frames.addAll(founded.setup());
        return frames;
    }

    /** The messages of the next step; none: a tick. The clock has the step's stamp. */
    List<Message> next(boolean halted) {
        change();
        clock.advance(weather);
        List<Message> messages = new ArrayList<>();
        if (halted && chance.percent(70)) {
            messages.add(confirmation());
        }
        if (!halted && !waiting.isEmpty()) {
            coverage.fault(Fault.RESUBMITTED_AFTER_LOST_TAIL);
            messages.add(waiting.remove());
        }
        if (world.glance.journalFull() && chance.onceIn(5)) {
            messages.add(streams.message(world.book(), DESK, settings::moreAnswers));
        }
        if (chance.percent(6)) {
            return messages;
        }
        int wanted = chance.onceIn(6) ? 2 + chance.below(2) : 1;
        while (wanted-- > 0) {
            messages.add(message());
        }
        if (!halted && chance.onceIn(900)) {
            fill(messages);
        }
        while (size(messages) > LARGEST_FRAME) {
            messages.removeLast();
        }
        return messages;
    }

    /** As many requests as a frame may have. */
    private void fill(List<Message> messages) {
        int left = LARGEST_FRAME - size(messages);
        if (left <= 0) {
            return;
        }
        coverage.fault(Fault.LARGEST_FRAME);
        BookId book = world.book();
        List<Asked> asked = new ArrayList<>();
        while (asked.size() < left) {
            asked.add(units.single(customers.next(book)));
        }
        messages.add(new Message.WithIds(book, CUSTOMERS, asked));
    }

    private static int size(List<Message> messages) {
        return messages.stream().mapToInt(Message::size).sum();
    }

    private void change() {
        if (--weatherLasts < 0) {
            weather = chance.of(Weather.values());
            weatherLasts = chance.between(30, 300);
            if (weather == Weather.OUTAGE) {
                workers.forget();
            }
        }
    }

    private Message confirmation() {
        List<Asked> asked = new ArrayList<>();
        asked.add(units.single(settings.confirm()));
        BankWorkers.Word word = workers.afterwards();
        BookId book = word.book();
        for (int words = chance.below(8); words > 0; words--) {
            if (word.book().equals(book)) {
                asked.add(units.single(word.command()));
            }
            word = workers.afterwards();
        }
        return new Message.WithIds(book, chance.onceIn(2) ? DESK : WORKERS, asked);
    }

    private Message message() {
        if (chance.onceIn(5)) {
            return founded.next();
        }
        int roll = chance.below(100);
        if (weather == Weather.OUTAGE && roll < 80 && !world.glance.instructionsFull()) {
            BookId book = BookId.FIRST;
            return message(book, CUSTOMERS, () -> customers.topUp(book), 12);
        }
        if (roll < 62) {
            BookId book = world.book();
            return message(book, CUSTOMERS, () -> customer(book), 3);
        }
        if (roll < 82) {
            BookId book = workers.book();
            return message(book, WORKERS, () -> workers.next(book), 5);
        }
        BookId book = world.book();
        return message(book, DESK, () -> desk(book), 3);
    }

    private Message message(BookId book, ClientId client, Supplier<Command<?>> acts, int usual) {
        if (chance.percent(7)) {
            return streams.message(book, client, acts);
        }
        int wanted = 1 + chance.skewed(usual * weather.crowd() * 2);
        List<Asked> asked = new ArrayList<>();
        while (asked.size() < wanted) {
            asked.addAll(units.next(book, client, acts));
        }
        return new Message.WithIds(book, client, asked);
    }

    private Command<?> customer(BookId book) {
        return chance.percent(60) ? customers.next(book) : shops.next(book);
    }

    private Command<?> desk(BookId book) {
        int roll = chance.below(100);
        if (roll < 35) {
            return registry.next(book);
        }
        return roll < 80 ? ledger.next(book) : settings.next(book);
    }

    /** Clients read what became of their requests. */
    void learn(Step step) {
        founded.learn(step);
        for (Event event : step.timePassed()) {
            if (event instanceof Event.EnquiryDue due) {
                workers.asked(due.instruction());
            }
        }
        for (Answered answered : step.answers()) {
            for (Event event : answered.events()) {
                workers.saw(answered.request().book(), event);
                if (event instanceof Event.HolderChanged changed && changed.closed()) {
                    world.left();
                }
            }
            if (answered.answer().outcome().accepted()) {
                remember(answered);
            }
        }
    }

    private void remember(Answered answered) {
        Command<?> command = answered.request().command();
        if (command instanceof PaymentCommand.Pay || command instanceof PaymentCommand.Authorise) {
            shops.began(answered.request().operation());
        } else if (command instanceof LedgerCommand.Hold) {
            ledger.opened(answered.request().operation());
        } else if (command instanceof LedgerCommand.Book booking) {
            ledger.booked(answered.request().operation(), booking.reverses());
        }
    }

    /** What was lost before it was durable is sent again, as it was. */
    void lost(List<Message> messages) {
        waiting.addAll(messages);
    }
}
