package sekisho.core.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sekisho.core.ledger.Holders;
import sekisho.core.memory.Memory;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BookId;
import sekisho.protocol.Currency;
import sekisho.protocol.Operation;
import sekisho.protocol.StateRecord.Booked;

class UsageTest {

    private record Use(Booked booked, long amount) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theRunningSumsAreWhatTheWindowsHold(long seed) {
        Random random = new Random(seed);
        Memory memory = new Memory();
        Holders holders = new Holders(memory);
        Usage usage = new Usage(memory, holders);
        int row = usage.add(holders.add(BookId.FIRST, AccountKind.WALLET, 1), Currency.JPY, Operation.SEND);
        List<Use> uses = new ArrayList<>();
        long now = 1_790_000_000_000L;
        int day = 20261101;
        for (int i = 0; i < 5_000; i++) {
            now += (long) (Math.pow(random.nextDouble(), 6) * 3 * Slots.DAY);
            day += random.nextInt(40) == 0 ? 1 : 0;
            usage.advance(row, now);
            if (!uses.isEmpty() && random.nextInt(3) == 0) {
                Use gone = uses.remove(random.nextInt(uses.size()));
                usage.release(row, gone.amount(), gone.booked(), day);
            } else {
                long amount = 1L + random.nextInt(1_000);
                uses.add(new Use(usage.count(row, amount, now, day), amount));
            }
            assertSums(usage, row, uses, now, day, "seed " + seed + ", step " + i);
        }
    }

    private static void assertSums(Usage usage, int row, List<Use> uses, long now, int day, String where) {
        long in24 = 0;
        long in30 = 0;
        long inDay = 0;
        long inMonth = 0;
        for (Use use : uses) {
            in24 += Slots.left(use.booked().slot(), Slots.DAY, now) ? 0 : use.amount();
            in30 += Slots.left(use.booked().slot(), Slots.MONTH, now) ? 0 : use.amount();
            inDay += use.booked().day() == day ? use.amount() : 0;
            inMonth += use.booked().day() / 100 == day / 100 ? use.amount() : 0;
        }
        assertThat(usage.in24Hours(row)).as(where).isEqualTo(in24);
        assertThat(usage.in30Days(row)).as(where).isEqualTo(in30);
        assertThat(usage.inDay(row, day)).as(where).isEqualTo(inDay);
        assertThat(usage.inMonth(row, day)).as(where).isEqualTo(inMonth);
    }
}
