package sekisho.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.Command;
import sekisho.protocol.Currency;
import sekisho.protocol.Money;
import sekisho.protocol.RequestId;
import sekisho.protocol.TransferCommand;
import sekisho.simulation.Message.Asked;

/** Single requests and chains with ids: fresh ones, and ones that were sent before. */
final class Units {

    /** What was sent as one: a request or a chain. */
    private record Unit(BookId book, ClientId client, List<Asked> asked) {}

    private static final int LONGEST = 64;

    private final World world;
    private final Chance chance;
    private final Coverage coverage;
    private final SimulatedClock clock;
    private final SettingsActs settings;
    private final Recent<Unit> sent;

    Units(World world, Coverage coverage, SimulatedClock clock, SettingsActs settings) {
        this.world = world;
        this.chance = world.chance;
        this.coverage = coverage;
        this.clock = clock;
        this.settings = settings;
        sent = new Recent<>(chance, 120);
    }

    /** One more request or chain for a message. */
    List<Asked> next(BookId book, ClientId client, Supplier<Command<?>> acts) {
        if (chance.percent(7) && !sent.isEmpty()) {
            Unit before = sent.any();
            if (before.book().equals(book) && before.client().equals(client)) {
                return again(before.asked(), acts);
            }
        }
        List<Asked> fresh = chance.percent(6) ? chain(book, acts) : List.of(single(acts.get()));
        if (chance.onceIn(3)) {
            sent.add(new Unit(book, client, fresh));
        }
        return fresh;
    }

    Asked single(Command<?> command) {
        return new Asked(id(), command, false, chance.onceIn(18), effectiveAt());
    }

    private RequestId id() {
        return RequestId.of(millis(), chance.below(0x1000), chance.next());
    }

    private long millis() {
        long now = Math.max(world.now(), clock.stamp());
        return chance.onceIn(70)
                ? now + chance.of(-900_001L, -900_000L, 60_000L, 60_001L, -2_000_000L, 5_000_000L)
                : now - chance.skewed(60_000);
    }

    private long effectiveAt() {
        long now = Math.max(world.now(), clock.stamp());
        return chance.onceIn(20) ? now + chance.of(-1L, -86_400_000L, 0L, 1L, 60_000L) : 0;
    }

    private List<Asked> chain(BookId book, Supplier<Command<?>> acts) {
        boolean dry = chance.onceIn(8);
        boolean easy = chance.onceIn(2);
        int length = chance.onceIn(60) ? LONGEST + chance.between(-1, 1) : 2 + chance.skewed(6);
        List<Asked> chain = new ArrayList<>();
        for (int place = 0; place < length; place++) {
            Command<?> command = easy || length > 20 ? easy(book) : acts.get();
            chain.add(new Asked(id(), command, true, dry, effectiveAt()));
        }
        coverage.faultIf(Fault.DRY_CHAIN, dry);
        coverage.faultIf(Fault.LONGEST_CHAIN, length == LONGEST);
        spoil(chain);
        boolean open = chance.onceIn(20);
        chain.set(chain.size() - 1, chain.getLast().linked(open));
        return chain;
    }

    /** What a customer can nearly always do. */
    private Command<?> easy(BookId book) {
        return new TransferCommand.Send(world.wallet(book), world.wallet(book), new Money(1, Currency.JPY), true, 0);
    }

    private void spoil(List<Asked> chain) {
        int place = chance.below(chain.size());
        Asked asked = chain.get(place);
        switch (chance.below(40)) {
            case 0 -> chain.set(place, asked.dry(!asked.dryRun()));
            case 1 -> chain.set(place, asked.with(settings.confirm()));
            case 2 -> {
                coverage.fault(Fault.SAME_ID_TWICE_IN_A_CHAIN);
                chain.set(place, chain.get(0));
            }
            default -> {} // most chains are well formed
        }
    }

    /** What was sent before, as it was or not quite. */
    private List<Asked> again(List<Asked> before, Supplier<Command<?>> acts) {
        List<Asked> asked = new ArrayList<>(before);
        switch (chance.below(8)) {
            case 0 -> {
                int place = chance.below(asked.size());
                asked.set(place, asked.get(place).with(acts.get()));
            }
            case 1 -> {
                coverage.faultIf(Fault.PARTLY_REPEATED_CHAIN, asked.size() > 1);
                asked.addFirst(single(acts.get()).dry(asked.getFirst().dryRun()).linked(true));
            }
            case 2 -> {
                asked.replaceAll(one -> one.dry(true));
            }
            case 3 -> {
                asked.subList(0, chance.below(asked.size())).clear();
            }
            default -> {} // exactly as it was
        }
        return asked;
    }
}
