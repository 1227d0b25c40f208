package sekisho.server.live;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import sekisho.gateway.OutcomeLogReader;
import sekisho.protocol.AccountKind;
import sekisho.protocol.Answer;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.Event;
import sekisho.protocol.MerchantId;
import sekisho.protocol.RequestKey;
import sekisho.protocol.WalletId;
import sekisho.server.projection.Positions;
import sekisho.wire.OutcomeVisitor;

/**
 * Follows the log and wakes those whose wallets and shops it touches. One thread reads; subscribing is for any thread.
 *
 * <p>A wallet or shop has at most {@link #MOST_STREAMS} streams: a new one ends the oldest.
 */
public final class LiveFeed implements AutoCloseable {
    static final int MOST_STREAMS = 8;

    private static final System.Logger LOG = System.getLogger(LiveFeed.class.getName());
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final Duration PROJECTED = Duration.ofSeconds(2);
    private static final long BEAT_NANOS = Duration.ofSeconds(20).toNanos();

    private final Path home;
    private final Positions positions;
    private final InstantSource clock;
    private final RecentChanges<Holder> recent;
    private final Map<Holder, Set<SseEmitter>> listening = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean closed;

    private LiveFeed(Path home, Positions positions, InstantSource clock) {
        this.home = home;
        this.positions = positions;
        this.clock = clock;
        this.recent = new RecentChanges<>(clock);
        this.thread = Thread.ofPlatform().name("live-feed").daemon().unstarted(this::run);
    }

    /** Begins at the end of the log. */
    static LiveFeed start(Path home, Positions positions, InstantSource clock) {
        var feed = new LiveFeed(home, positions, clock);
        feed.thread.start();
        return feed;
    }

    /** Whose accounts change: a wallet, or a merchant. */
    private record Holder(AccountKind kind, long number) {
        static Holder of(WalletId wallet) {
            return new Holder(AccountKind.WALLET, wallet.value());
        }
    }

    /** A stream of changes of a wallet, of those first that its page has missed. */
    SseEmitter listen(WalletId wallet, SeenAt page) {
        return listen(Holder.of(wallet), page);
    }

    /** A stream of changes of a shop, of those first that its page has missed. */
    public SseEmitter listen(MerchantId merchant, SeenAt page) {
        return listen(new Holder(AccountKind.MERCHANT, merchant.value()), page);
    }

    private SseEmitter listen(Holder holder, SeenAt page) {
        var stream = new SseEmitter(0L);
        String now = now();
        // In one step: the last stream of a holder may be forgotten at this moment, and its set with it.
        listening.compute(holder, (_, known) -> {
            Set<SseEmitter> streams = known == null ? ConcurrentHashMap.newKeySet() : known;
            if (streams.size() >= MOST_STREAMS) {
                streams.stream().findFirst().ifPresent(oldest -> {
                    streams.remove(oldest);
                    oldest.complete();
                });
            }
            streams.add(stream);
            return streams;
        });
        Runnable gone = () -> forget(holder, stream);
        stream.onCompletion(gone);
        stream.onTimeout(gone);
        stream.onError(_ -> gone.run());
        send(holder, stream, SseEmitter.event().id(now).comment("here"));
        if (page.known() && recent.since(holder, page.millis())) {
            send(holder, stream, changed());
        }
        return stream;
    }

    /** Something outside of the log has changed for a wallet. */
    public void changed(WalletId wallet) {
        changed(Holder.of(wallet));
    }

    /** Something outside of the log has changed for a shop. */
    public void changed(MerchantId merchant) {
        changed(new Holder(AccountKind.MERCHANT, merchant.value()));
    }

    /** Noted first: who begins to listen meanwhile hears of it in one way or the other. */
    private void changed(Holder holder) {
        recent.note(holder);
        listening.getOrDefault(holder, Set.of()).forEach(stream -> send(holder, stream, changed()));
    }

    /** The browser says the id when it comes again after its line was cut. */
    private SseEmitter.SseEventBuilder changed() {
        return SseEmitter.event().id(now()).name("changed").data("1");
    }

    private String now() {
        return Long.toString(clock.millis());
    }

    private void run() {
        try (var reader = new OutcomeLogReader(home, positions.projected())) {
            reader.skipAll();
            var touched = new Touched();
            long beat = System.nanoTime();
            while (!closed) {
                reader.await(touched, WAIT);
                while (reader.poll(touched) && touched.holders.size() < 10_000) {
                    // Gathers what there is.
                }
                wake(touched, reader.position());
                if (System.nanoTime() - beat > BEAT_NANOS) {
                    beat = System.nanoTime();
                    listening.forEach((holder, streams) -> streams.forEach(
                            stream -> send(holder, stream, SseEmitter.event().comment("still here"))));
                }
            }
        } catch (RuntimeException failed) {
            if (!closed) {
                LOG.log(Level.ERROR, "the live feed has ended: pages show changes when they are loaded anew", failed);
            }
        }
    }

    private void wake(Touched touched, long position) {
        if (!touched.holders.isEmpty()) {
            boolean readable = positions.await(position, PROJECTED);
            touched.holders.forEach(holder -> changed(holder));
            // Whoever looks before the tables have it sees what was: then they are told once more.
            if (readable) {
                touched.holders.clear();
            }
        }
    }

    private void send(Holder holder, SseEmitter stream, SseEmitter.SseEventBuilder event) {
        try {
            stream.send(event);
        } catch (IOException | IllegalStateException gone) {
            forget(holder, stream);
        }
    }

    private void forget(Holder holder, SseEmitter stream) {
        listening.computeIfPresent(holder, (_, streams) -> {
            streams.remove(stream);
            return streams.isEmpty() ? null : streams;
        });
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        listening.values().forEach(streams -> streams.forEach(SseEmitter::complete));
    }

    /** Whose accounts a step touches. */
    private static final class Touched implements OutcomeVisitor {
        private final Set<Holder> holders = new HashSet<>();

        @Override
        public void step(long position, long stamp) {
            // Only what changed matters here.
        }

        @Override
        public void answered(BookId book, ClientId client, RequestKey key, Answer answer) {
            // Only what changed matters here.
        }

        @Override
        public void timePassed() {
            // Only what changed matters here.
        }

        @Override
        public void event(Event event) {
            if (event instanceof Event.Entry entry) {
                if (entry.account().kind().customer()) {
                    holders.add(
                            new Holder(entry.account().kind(), entry.account().owner()));
                }
            } else if (event instanceof Event.InstructionChanged instruction) {
                holders.add(Holder.of(instruction.wallet()));
            } else if (event instanceof Event.LinkChanged link) {
                holders.add(Holder.of(link.wallet()));
            } else if (event instanceof Event.HolderChanged holder) {
                holders.add(new Holder(holder.kind(), holder.holder()));
            }
        }
    }
}
