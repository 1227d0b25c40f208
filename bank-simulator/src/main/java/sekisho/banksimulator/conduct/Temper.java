package sekisho.banksimulator.conduct;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A bank's conduct at work. Any thread. */
public final class Temper implements AutoCloseable {
    private static final long LONGEST_HOLD_SECONDS = 3_600;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final AtomicReference<Spell> spell;

    public Temper(Conduct conduct) {
        spell = new AtomicReference<>(new Spell(conduct));
    }

    /** Behaves like this from now on. Calls that hang go on. */
    public void set(Conduct conduct) {
        spell.getAndSet(new Spell(conduct)).over.countDown();
    }

    /** How the bank behaves now. */
    public Conduct conduct() {
        return spell.get().conduct;
    }

    /** What befalls the next call with this key; empty: nothing. */
    public Optional<Misbehaviour> next(CallKind kind, String key) {
        return spell.get().next(kind, key);
    }

    /** Waits until the bank behaves otherwise, for an hour at most. */
    public void hold() throws InterruptedException {
        if (!spell.get().over.await(LONGEST_HOLD_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("a call has hung for an hour");
        }
    }

    /** Waits so long, or until the bank behaves otherwise. */
    public void pause(long millis) throws InterruptedException {
        boolean _ = spell.get().over.await(millis, TimeUnit.MILLISECONDS);
    }

    /** Lets go what hangs. */
    @Override
    public void close() {
        set(Conduct.GOOD);
    }

    /** The time of one conduct. */
    private static final class Spell {
        private final Conduct conduct;
        private final CountDownLatch over = new CountDownLatch(1);
        private final Map<String, Integer> calls = new ConcurrentHashMap<>();

        Spell(Conduct conduct) {
            this.conduct = conduct;
        }

        Optional<Misbehaviour> next(CallKind kind, String key) {
            if (conduct.misbehaviours().isEmpty()) {
                return Optional.empty();
            }
            int nth = calls.merge(key, 1, Integer::sum);
            long chance = mix(mix(conduct.seed() + nth * GOLDEN) ^ mix((kind + key).hashCode() * GOLDEN));
            for (Misbehaviour one : conduct.misbehaviours()) {
                chance = mix(chance + GOLDEN);
                // 53 bits are a double between 0 and 1.
                if (one.befalls(kind) && (chance >>> 11) * 0x1.0p-53 < one.share()) {
                    return Optional.of(one);
                }
            }
            return Optional.empty();
        }

        private static long mix(long value) {
            long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
            mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
            return mixed ^ (mixed >>> 31);
        }
    }
}
