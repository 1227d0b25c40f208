package sekisho.simulation;

import java.time.Instant;
import java.time.ZoneOffset;
import sekisho.protocol.BookId;
import sekisho.protocol.Command;
import sekisho.protocol.Currency;
import sekisho.protocol.Limit;
import sekisho.protocol.Operation;
import sekisho.protocol.SettingsCommand;

/** What the engine is told of the world: currencies, limits, days, capacities, the time. */
final class SettingsActs implements Acts {

    private static final long DAY = 86_400_000;

    private final World world;
    private final Chance chance;
    private final SimulatedClock clock;

    SettingsActs(World world, SimulatedClock clock) {
        this.world = world;
        this.chance = world.chance;
        this.clock = clock;
    }

    @Override
    public Command<?> next(BookId book) {
        return switch (chance.below(12)) {
            case 0 ->
                new SettingsCommand.DefineCurrency(
                        chance.of(Currency.JPY, World.TEST, Currency.of("T" + letter() + letter())),
                        chance.below(7),
                        chance.onceIn(2));
            case 1, 2, 3 -> limit();
            case 4 ->
                new SettingsCommand.SetBalanceCap(
                        world.tier(), world.currency(), chance.onceIn(3) ? bound(100_000) : Limit.NONE);
            case 5, 6, 7 -> startDay();
            case 8 -> confirm();
            case 9 -> new SettingsCommand.SwitchBehaviour(chance.of(0, 1, 2, 2, 3, Integer.MAX_VALUE));
            default -> journalCapacity();
        };
    }

    private String letter() {
        return Character.toString('A' + chance.below(3));
    }

    /** Confirms the time, nearly always rightly. */
    Command<?> confirm() {
        long stamp = clock.stamp();
        return new SettingsCommand.ConfirmTime(
                switch (chance.below(10)) {
                    case 0 -> stamp + 60_001;
                    case 1 -> stamp - 60_001;
                    case 2 -> chance.of(0L, -1L, Long.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE + stamp);
                    case 3 -> stamp + 60_000;
                    case 4 -> stamp - 60_000;
                    default -> stamp + chance.between(-500L, 500L);
                });
    }

    /** A limit of a tier that is not free of limits. */
    Command<?> limit() {
        Operation operation = chance.of(Operation.values());
        Currency currency = world.currency();
        return switch (chance.below(5)) {
            case 0, 1 -> new SettingsCommand.SetLimit(World.TIGHT, currency, operation, tight());
            case 2, 3 -> new SettingsCommand.SetLimit(World.LOOSE, currency, operation, loose());
            default ->
                new SettingsCommand.SetLimit(
                        World.UNCOUNTED,
                        currency,
                        operation,
                        new Limit(bound(50_000), Limit.NONE, Limit.NONE, Limit.NONE, Limit.NONE));
        };
    }

    /** One bound that is near, the others far or absent, so that each is the one that stops somebody. */
    Limit tight() {
        long near = 100L * chance.between(2, 60);
        int which = chance.below(5);
        return new Limit(
                which == 0 ? near : far(),
                which == 1 ? near : far(),
                which == 2 ? near : far(),
                which == 3 ? near : far(),
                which == 4 ? near : far());
    }

    private Limit loose() {
        return new Limit(far(), far(), far(), far(), far());
    }

    private long far() {
        return chance.onceIn(3) ? Limit.NONE : 100L * chance.between(100, 5_000);
    }

    private long bound(long most) {
        return chance.onceIn(4) ? Limit.NONE : chance.onceIn(6) ? 0 : chance.magnitude(most);
    }

    private Command<?> startDay() {
        return new SettingsCommand.StartDay(day(clock.stamp() - DAY * (chance.onceIn(8) ? chance.below(3) : 0)));
    }

    /** The calendar's day in UTC, YYYYMMDD. */
    private static int day(long millis) {
        var date = Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC).toLocalDate();
        return Math.min(date.getYear(), 9998) * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    }

    /** More room for answers. */
    Command<?> moreAnswers() {
        return new SettingsCommand.SetJournalCapacity(world.glance.answers() + 2_000 + chance.below(20_000));
    }

    private Command<?> journalCapacity() {
        int held = world.glance.answers();
        long answers = switch (chance.below(12)) {
            case 0 -> Math.max(1, held - chance.below(held + 1));
            case 1 -> Math.max(1, held);
            case 2 -> held + 1 + chance.below(30);
            default -> held + 1_000 + chance.below(20_000);
        };
        return new SettingsCommand.SetJournalCapacity(answers);
    }
}
