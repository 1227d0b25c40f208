package sekisho.server.linknews;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;
import sekisho.gateway.OutcomeLogReader;
import sekisho.protocol.Event;
import sekisho.server.linking.EndingTellers;
import sekisho.server.linking.Endings;
import sekisho.server.notice.ChangeNotices;
import sekisho.server.pages.Language;
import sekisho.server.people.People;
import sekisho.server.people.Person;
import sekisho.server.projection.Positions;
import sekisho.server.wallet.BankNames;

/**
 * Follows the log and tells those whose links it suspends, within a second while the database answers; of the links that it closes their
 * banks are to be told. While it does not, it waits and
 * goes on where it was. A thread of its own.
 */
final class LinkNews implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(LinkNews.class.getName());
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration STOP = Duration.ofSeconds(5);
    private static final long MARK_NANOS = Duration.ofSeconds(10).toNanos();

    private final Path home;
    private final Positions positions;
    private final NewsMark mark;
    private final People people;
    private final ChangeNotices changes;
    private final BankNames banks;
    private final Ended ended;
    private final TransactionOperations transactions;
    private final Thread thread;
    private volatile boolean closed;

    LinkNews(
            Path home,
            Positions positions,
            NewsMark mark,
            People people,
            ChangeNotices changes,
            BankNames banks,
            Ended ended,
            TransactionOperations transactions) {
        this.home = home;
        this.positions = positions;
        this.mark = mark;
        this.people = people;
        this.changes = changes;
        this.banks = banks;
        this.ended = ended;
        this.transactions = transactions;
        this.thread = Thread.ofPlatform().name("sekisho-link-news").daemon().unstarted(this::run);
    }

    /** Where it is kept that banks have to be told of ends, and who tells them. */
    record Ended(Endings endings, EndingTellers tellers) {}

    void start() {
        thread.start();
    }

    private void run() {
        while (!closed) {
            try (var reader = begin()) {
                follow(reader);
            } catch (DataAccessException | TransactionException away) {
                LOG.log(Level.WARNING, "customers are told of suspended links later: the database is away", away);
                pause();
            } catch (RuntimeException failed) {
                if (!closed) {
                    LOG.log(Level.ERROR, "customers are not told of suspended links any more", failed);
                }
                return;
            }
        }
    }

    /** Behind the last step that was told of; the first time of all, and where the log is another one, at its end. */
    private OutcomeLogReader begin() {
        OptionalLong told = mark.read();
        long end = end();
        if (told.isEmpty() || told.getAsLong() > end) {
            mark.begin(end);
            return new OutcomeLogReader(home, end);
        }
        return new OutcomeLogReader(home, told.getAsLong());
    }

    private long end() {
        try (var reader = new OutcomeLogReader(home, positions.projected())) {
            reader.skipAll();
            return reader.position();
        }
    }

    private void follow(OutcomeLogReader reader) {
        var step = new LinkSteps();
        long marked = System.nanoTime();
        while (!closed) {
            if (!reader.await(step, WAIT)) {
                continue;
            }
            if (!step.isEmpty()) {
                transactions.executeWithoutResult(_ -> tell(step));
                step.closed().forEach(link -> ended.tellers().wake(link.bank()));
                marked = System.nanoTime();
            } else if (System.nanoTime() - marked > MARK_NANOS) {
                mark.moveTo(step.position());
                marked = System.nanoTime();
            }
        }
    }

    private void tell(LinkSteps step) {
        if (mark.moveTo(step.position())) {
            step.suspended().forEach(this::tell);
            step.closed().forEach(link -> ended.endings().note(link.link(), link.bank(), step.position()));
        }
    }

    private void tell(Event.LinkMoved link) {
        @Nullable
        Person owner =
                people.byWallets(List.of(link.wallet())).stream().findFirst().orElse(null);
        if (owner != null) {
            changes.tell(owner.id(), "link-suspended", banks.name(link.bank(), Language.of(owner.language())));
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            boolean _ = thread.join(STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
