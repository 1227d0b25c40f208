package sekisho.architecture;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.agrona.collections.Long2LongHashMap;
import sekisho.cli.Main;

/** One nested class for every kind of offence against {@link BannedCalls}, and one against the arrows. */
@SuppressWarnings("all")
final class Offenders {
    private Offenders() {}

    static final class ReadsTheWallClock {
        long it() {
            return System.currentTimeMillis();
        }
    }

    static final class ReadsTheNanoClock {
        long it() {
            return System.nanoTime();
        }
    }

    static final class ReadsTheClockByReference {
        LongSupplier it() {
            return System::nanoTime;
        }
    }

    static final class ReadsTheInstant {
        Instant it() {
            return Instant.now();
        }
    }

    static final class ReadsTheDate {
        LocalDate it() {
            return LocalDate.now();
        }
    }

    static final class TakesAClock {
        long it(InstantSource source) {
            return source.millis();
        }
    }

    static final class ReadsAProperty {
        String it() {
            return System.lineSeparator();
        }
    }

    static final class RollsDice {
        int it() {
            return new Random(1).nextInt();
        }
    }

    static final class RollsThreadLocalDice {
        int it() {
            return ThreadLocalRandom.current().nextInt();
        }
    }

    static final class RollsFloatingDice {
        boolean it() {
            return Math.random() > 0.5;
        }
    }

    static final class InventsAnId {
        UUID it() {
            return UUID.randomUUID();
        }
    }

    static final class Shuffles {
        void it(List<String> list) {
            Collections.shuffle(list);
        }
    }

    static final class StartsAThread {
        Thread it() {
            return Thread.ofVirtual().unstarted(() -> {});
        }
    }

    static final class Locks {
        synchronized int it() {
            return 1;
        }
    }

    static final class Waits {
        void it() throws InterruptedException {
            synchronized (this) {
                wait(1);
            }
        }
    }

    static final class SharesMemory {
        volatile int it;
    }

    static final class UsesAnAtomic {
        AtomicLong it() {
            return new AtomicLong();
        }
    }

    static final class GoesParallel {
        long it(List<String> list) {
            return list.parallelStream().count();
        }
    }

    static final class ReadsAFile {
        boolean it() {
            return Files.exists(Path.of("x"));
        }
    }

    static final class OpensAStream {
        InputStream it() {
            return InputStream.nullInputStream();
        }
    }

    static final class Prints {
        void it() {
            System.out.println("x");
        }
    }

    static final class PrintsAStackTrace {
        void it(Exception e) {
            e.printStackTrace();
        }
    }

    static final class Logs {
        Object it() {
            return System.getLogger("x");
        }
    }

    static final class FormatsInTheDefaultLocale {
        String it() {
            return String.format("%d", 1);
        }
    }

    static final class FormatsInPlaceInTheDefaultLocale {
        String it() {
            return "%d".formatted(1);
        }
    }

    static final class LowersInTheDefaultLocale {
        String it(String text) {
            return text.toLowerCase();
        }
    }

    static final class UppersByReference {
        Function<String, String> it() {
            return String::toUpperCase;
        }
    }

    static final class HoldsADouble {
        double it;
    }

    static final class TakesAFloat {
        long it(float it) {
            return (long) it;
        }
    }

    static final class CallsFloatingPoint {
        long it(long n) {
            return (long) Math.sqrt(n);
        }
    }

    static final class ReadsTimeZoneRules {
        Object it() {
            return ZoneId.of("Asia/Tokyo").getRules();
        }
    }

    static final class HashesAMap {
        Object it() {
            return new HashMap<String, String>();
        }
    }

    static final class HashesASet {
        Object it() {
            return new HashSet<String>();
        }
    }

    static final class OrdersASetByChance {
        Set<String> it() {
            return Set.of("a", "b");
        }
    }

    static final class OrdersAMapByChance {
        Map<String, String> it(Map<String, String> map) {
            return Map.copyOf(map);
        }
    }

    static final class CollectsByHash {
        Set<String> it(List<String> list) {
            return list.stream().collect(Collectors.toSet());
        }
    }

    static final class IteratesAHashMap {
        Object it(Long2LongHashMap map) {
            return map.keySet();
        }
    }

    static final class HashesAnAddress {
        int it(Object o) {
            return o.hashCode();
        }
    }

    static final class AsksForTheAddress {
        int it(Object o) {
            return System.identityHashCode(o);
        }
    }

    static final class HashesAnEnum {
        int it(Innocent.Colour colour) {
            return colour.hashCode();
        }
    }

    /** An arrow the wrong way, for {@link ModuleArrowsTest}. */
    static final class UsesTheCommandLine {
        void it() {
            Main.main(new String[0]);
        }
    }
}
