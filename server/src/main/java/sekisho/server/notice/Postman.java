package sekisho.server.notice;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import sekisho.server.vault.Vault;

/**
 * Brings letters to their carriers, again and again until they are taken or of no use any more. A letter may be handed over twice, if
 * this process dies in between: always under the same id. The log has ids and codes, never an address and nothing of what was written.
 * A thread of its own.
 */
final class Postman implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Postman.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 10;
    private static final int AT_ONCE = 20;

    private final LetterQueue queue;
    private final Vault vault;
    private final Map<String, Carrier> carriers;
    private final Thread thread;
    private volatile boolean stopping;

    Postman(LetterQueue queue, Vault vault, List<Carrier> carriers) {
        this.queue = queue;
        this.vault = vault;
        this.carriers = carriers.stream().collect(Collectors.toMap(Carrier::channel, Function.identity()));
        this.thread = Thread.ofVirtual().name("postman").unstarted(this::run);
    }

    void start() {
        if (!carriers.isEmpty()) {
            thread.start();
        }
    }

    private void run() {
        while (!stopping) {
            try {
                if (round() == 0) {
                    Thread.sleep(PAUSE);
                }
            } catch (DataAccessException failed) {
                LOG.log(
                        Level.WARNING,
                        "letters wait, the database does not answer: {0}",
                        failed.getClass().getSimpleName());
                pause();
            } catch (InterruptedException stop) {
                return;
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stop) {
            stopping = true;
        }
    }

    /** Hands over what is due; how many that were. */
    int round() {
        queue.giveUpLate(carriers.keySet());
        List<LetterQueue.Due> due = queue.take(carriers.keySet(), AT_ONCE);
        due.forEach(this::carry);
        return due.size();
    }

    private void carry(LetterQueue.Due due) {
        Letter letter = due.letter();
        Optional<String> address = vault.value(letter.recipient());
        Carrier carrier = carriers.get(letter.channel());
        Carried carried = address.isEmpty() || carrier == null
                ? new Carried.Never("erased")
                : carrier.carry(letter, address.get());
        switch (carried) {
            case Carried.Taken _ -> queue.sent(letter);
            case Carried.NotNow(var reason) -> {
                LOG.log(Level.WARNING, "letter {0} waits after try {1}: {2}", letter.id(), due.tries(), reason);
                queue.later(letter, pauseAfter(due.tries()));
            }
            case Carried.Never(var reason) -> {
                LOG.log(Level.WARNING, "letter {0} was refused for good: {1}", letter.id(), reason);
                queue.failed(letter);
            }
        }
    }

    /** Doubled with each try, from two seconds to a quarter of an hour. */
    static Duration pauseAfter(int tries) {
        return PAUSE.multipliedBy(1L << Math.min(tries, MOST_DOUBLINGS));
    }

    @Override
    public void close() {
        stopping = true;
        thread.interrupt();
    }
}
