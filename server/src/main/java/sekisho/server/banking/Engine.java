package sekisho.server.banking;

import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import sekisho.gateway.Gateway;
import sekisho.gateway.Submission;
import sekisho.protocol.ClientId;
import sekisho.protocol.InstructionCommand;
import sekisho.protocol.InstructionOutcome;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.RequestId;

/** Says things to the engine until it answers. Any thread. */
final class Engine {
    private static final System.Logger LOG = System.getLogger(Engine.class.getName());
    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final Gateway gateway;
    private final ClientId client;

    Engine(Gateway gateway, ClientId client) {
        this.gateway = gateway;
        this.client = client;
    }

    /**
     * Says a command, with one id as long as the engine takes it, and again until there is an answer that would be
     * remembered.
     *
     * @throws InterruptedException if the thread is interrupted first; the command may have been done
     */
    InstructionOutcome say(InstructionCommand command) throws InterruptedException {
        RequestId id = gateway.newId();
        long pauseMillis = FIRST_PAUSE_MILLIS;
        while (true) {
            switch (gateway.submit(client, id, command, 0)) {
                case Submission.Answered(var answer, var _) -> {
                    switch ((InstructionOutcome) answer.outcome()) {
                        case Refused refused
                        when !refused.reason().remembered() -> {
                            LOG.log(Level.WARNING, "{0}: {1}", command, refused.reason());
                            if (refused.reason() == Refusal.REQUEST_TOO_OLD
                                    || refused.reason() == Refusal.REQUEST_FROM_THE_FUTURE) {
                                id = gateway.newId();
                            }
                        }
                        case InstructionOutcome outcome -> {
                            return outcome;
                        }
                    }
                }
                case Submission.NotSent _, Submission.Unconfirmed _ -> {
                    // Nothing is known: again, with the same id.
                }
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            TimeUnit.MILLISECONDS.sleep(pauseMillis);
            pauseMillis = Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS);
        }
    }
}
