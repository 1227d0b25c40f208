package sekisho.server.projection;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeoutException;
import sekisho.gateway.Gateway;
import sekisho.gateway.GatewaySettings;
import sekisho.gateway.StreamSender;
import sekisho.node.LogSizes;
import sekisho.node.Node;
import sekisho.node.NodeSettings;
import sekisho.node.Upkeep;
import sekisho.protocol.BankId;
import sekisho.protocol.ClientId;
import sekisho.protocol.Command;
import sekisho.protocol.Money;
import sekisho.protocol.RequestId;
import sekisho.protocol.SettingsCommand;
import sekisho.protocol.TopUpCommand;
import sekisho.protocol.WalletId;

/** A real node with a clock that tests move, and requests of every kind. */
public final class Lived implements AutoCloseable {
    public static final ClientId CLIENT = new ClientId(7);
    static final ClientId OTHER = new ClientId(8);
    private static final long STREAM = 4711;
    private static final int FRAME = 40;

    private final TestClock clock = new TestClock("2026-03-31T14:40:00Z");
    private final Node node;
    private final Gateway gateway;
    private final Sender sender;
    private final SplittableRandom random;
    private final Mix mix;
    private long position;

    public Lived(Path home, long seed) throws TimeoutException {
        random = new SplittableRandom(seed);
        mix = new Mix(seed, CLIENT);
        node = Node.start(NodeSettings.of(home)
                .withSizes(LogSizes.SMALL)
                .withUpkeep(Upkeep.BY_HAND)
                .withClock(clock));
        gateway = Gateway.connect(GatewaySettings.of(node.address(), CLIENT).withClock(clock));
        gateway.awaitConnected();
        sender = new Sender(gateway);
        var opening = new ArrayList<Sender.Sent>();
        for (Command<?> command : Mix.opening()) {
            opening.add(new Sender.Sent(gateway.newId(), command, false, false, 0));
        }
        for (var answer : send(CLIENT, opening)) {
            if (!answer.outcome().accepted()) {
                throw new IllegalStateException("the world was not opened: " + answer);
            }
        }
    }

    public Node node() {
        return node;
    }

    public Gateway gateway() {
        return gateway;
    }

    TestClock clock() {
        return clock;
    }

    /** Position of the last answer. */
    public long position() {
        return position;
    }

    /** Frames of random requests: chains, repeats, conflicts, dry runs, effective times; and time goes on. */
    public void live(int frames) {
        List<Sender.Sent> before = List.of();
        for (int i = 0; i < frames; i++) {
            var frame = new ArrayList<Sender.Sent>();
            while (frame.size() < FRAME) {
                RequestId id = gateway.newId();
                boolean linked = random.nextInt(10) == 0 && frame.size() < FRAME - 1;
                boolean dry = !linked && random.nextInt(20) == 0 && !isLinked(frame);
                long effectiveAt = random.nextInt(12) == 0 ? clock.millis() - random.nextInt(1, 3_000_000) : 0;
                frame.add(new Sender.Sent(id, mix.next(id), linked, dry, effectiveAt));
            }
            send(CLIENT, frame);
            if (random.nextInt(4) == 0) {
                send(CLIENT, before);
                send(OTHER, frame.subList(0, 5).stream().map(Lived::single).toList());
            }
            before = frame;
            clock.advance(Duration.ofSeconds(random.nextInt(5)));
        }
    }

    private static boolean isLinked(List<Sender.Sent> frame) {
        return !frame.isEmpty() && frame.getLast().linked();
    }

    private static Sender.Sent single(Sender.Sent it) {
        return new Sender.Sent(it.id(), it.command(), false, false, it.effectiveAt());
    }

    /** Entries of an ordered stream from its beginning, some of them refused. */
    public void stream(int entries) {
        try (var stream = new StreamSender(gateway, STREAM, Duration.ofSeconds(30), (_, _, at) -> position = at)) {
            for (int i = 1; i <= entries; i++) {
                var wallet = new WalletId(i % 10 == 0 ? 999 : 1 + i % Mix.WALLETS);
                stream.send(new TopUpCommand.Received(wallet, new BankId(1), Money.yen(1)), 0);
            }
            stream.awaitAll();
        }
    }

    /** The clock jumps: everything is refused until the time is confirmed. */
    void halt() {
        clock.advance(Duration.ofMinutes(3));
        send(CLIENT, List.of(new Sender.Sent(gateway.newId(), mix.next(gateway.newId()), false, false, 0)));
        send(
                CLIENT,
                List.of(new Sender.Sent(
                        gateway.newId(), new SettingsCommand.ConfirmTime(clock.millis()), false, false, 0)));
    }

    /** Time stands still: nothing more falls due behind the position that this gives. */
    public long rest() {
        clock.stop();
        send(CLIENT, List.of(new Sender.Sent(gateway.newId(), mix.next(gateway.newId()), false, false, 0)));
        return position;
    }

    private List<sekisho.protocol.Answer> send(ClientId client, List<Sender.Sent> frame) {
        if (frame.isEmpty()) {
            return List.of();
        }
        var answers = sender.send(client, frame);
        position = answers.position();
        return answers.answers();
    }

    @Override
    public void close() {
        gateway.close();
        node.close();
    }
}
