package sekisho.server.engine;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import sekisho.gateway.Gateway;
import sekisho.gateway.Submission;
import sekisho.protocol.Command;
import sekisho.protocol.Currency;
import sekisho.protocol.Limit;
import sekisho.protocol.Operation;
import sekisho.protocol.Refused;
import sekisho.protocol.SettingsCommand;
import sekisho.protocol.TierId;

/**
 * Gives an empty engine yen and three tiers of wallets, all in one chain: what an operator has changed since is not
 * touched. The numbers are round examples; an operator sets his own.
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
        switch (gateway.submitChain(commands()).getFirst()) {
            case Submission.Answered answered -> {
                if (!(answered.answer().outcome() instanceof Refused)) {
                    LOG.log(Level.INFO, "The engine was empty: it has yen and three tiers now");
                }
            }
            case Submission.NotSent _, Submission.Unconfirmed _ ->
                LOG.log(Level.WARNING, "Whether the engine has its first settings is not known: no engine answers");
        }
    }

    /** The first is refused where the currency exists, and with it the whole chain. */
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
