package sekisho.cli.run;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import sekisho.gateway.Gateway;
import sekisho.gateway.GatewaySettings;
import sekisho.gateway.StreamSender;
import sekisho.gateway.StreamStopped;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BankId;
import sekisho.protocol.ClientId;
import sekisho.wire.home.NodeAddress;

/**
 * What the demonstration tells the engine: the simulated banks. They are entries of an ordered stream, which the engine
 * applies once for ever: a bank that an operator has stopped stays stopped at the next start.
 */
final class DemoEntries {
    /** Whose stream it is: no other program may use this number. */
    private static final ClientId CLIENT = new ClientId(Long.MAX_VALUE - 2);

    /** The stream's number for ever: the letters DEMOBANK. */
    private static final long STREAM = 0x44454D4F_42414E4BL;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private DemoEntries() {}

    /** Says everything that was not said before; homes remember it, so it may only be continued at its end. */
    static void send(NodeAddress node) throws CannotRun {
        try (var gateway = Gateway.connect(GatewaySettings.of(node, CLIENT))) {
            gateway.awaitConnected();
            var stream = new StreamSender(gateway, STREAM, PATIENCE, (_, _, _) -> {});
            for (BankId bank : DemoBanks.codes()) {
                stream.send(new BankCommand.Register(bank), 0);
            }
            stream.awaitAll();
        } catch (StreamStopped | TimeoutException e) {
            throw new CannotRun("the demonstration's banks could not be registered: " + e.getMessage(), e);
        }
    }
}
