package sekisho.server.engine;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import sekisho.gateway.Gateway;
import sekisho.gateway.StreamSender;
import sekisho.gateway.StreamStopped;
import sekisho.protocol.Command;
import sekisho.protocol.Currency;
import sekisho.protocol.Limit;
import sekisho.protocol.Operation;
import sekisho.protocol.Repeated;
import sekisho.protocol.SettingsCommand;
import sekisho.protocol.TierId;

/**
 * Gives a new home yen and three tiers of wallets. They are the entries of an ordered stream, which the engine applies
 * once for ever: what an operator has changed since is not touched by the next start, and a start that was killed goes
 * on. The numbers are round examples; an operator sets his own.
 *
 * <table>
 *   <caption>yen</caption>
 *   <tr><th>tier</th><th>each movement</th><th>in 30 days</th><th>balance</th></tr>
 *   <tr><td>1</td><td>100,000</td><td>300,000</td><td>1,000,000</td></tr>
 *   <tr><td>2</td><td>500,000</td><td>2,000,000</td><td>1,000,000</td></tr>
 *   <tr><td>3</td><td>1,000,000</td><td>10,000,000</td><td>10,000,000</td></tr>
 * </table>
 */
final class FirstSettings implements ApplicationListener<ApplicationStartedEvent> {
    private static final System.Logger LOG = System.getLogger(FirstSettings.class.getName());

    /** The stream's number for ever: the letters SETTINGS. */
    private static final long STREAM = 0x53455454494E4753L;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<Tier> TIERS = List.of(
            new Tier(1, 100_000, 300_000, 1_000_000),
            new Tier(2, 500_000, 2_000_000, 1_000_000),
            new Tier(3, 1_000_000, 10_000_000, 10_000_000));

    private final Gateway gateway;

    FirstSettings(Gateway gateway) {
        this.gateway = gateway;
    }

    /** A row of the table. */
    private record Tier(int number, long each, long in30Days, long balance) {}

    @Override
    public void onApplicationEvent(ApplicationStartedEvent started) {
        var applied = new AtomicInteger();
        var stream = new StreamSender(gateway, STREAM, PATIENCE, (_, answer, _) -> {
            if (!(answer.outcome() instanceof Repeated)) {
                applied.incrementAndGet();
            }
        });
        try {
            commands().forEach(command -> stream.send(command, 0));
            stream.awaitAll();
        } catch (StreamStopped e) {
            LOG.log(Level.WARNING, "Whether the engine has its first settings is not known: {0}", e.getMessage());
            return;
        }
        if (applied.get() > 0) {
            LOG.log(Level.INFO, "The home is new: it has yen and three tiers now");
        }
    }

    /** Only to be continued at its end: homes remember what they were given. */
    private static List<Command<?>> commands() {
        var commands = new ArrayList<Command<?>>();
        commands.add(new SettingsCommand.DefineCurrency(Currency.JPY, 0, false));
        for (Tier tier : TIERS) {
            var id = new TierId(tier.number());
            var limit = new Limit(tier.each(), Limit.NONE, tier.in30Days(), Limit.NONE, Limit.NONE);
            for (Operation operation : Operation.values()) {
                commands.add(new SettingsCommand.SetLimit(id, Currency.JPY, operation, limit));
            }
            commands.add(new SettingsCommand.SetBalanceCap(id, Currency.JPY, tier.balance()));
        }
        return commands;
    }
}
