package sekisho.server.demo;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import sekisho.gateway.Gateway;
import sekisho.gateway.Submission;
import sekisho.protocol.Assertion;
import sekisho.protocol.Command;
import sekisho.protocol.Outcome;
import sekisho.protocol.RequestId;
import sekisho.server.engine.ServerClients;
import sekisho.server.problem.ProblemCode;
import sekisho.server.problem.ProblemException;

/** Says what the demo world's people do to the engine, under one id until it answers. Any thread. */
final class DemoEngine {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Gateway gateway;

    DemoEngine(Gateway gateway) {
        this.gateway = gateway;
    }

    RequestId newId() {
        return gateway.newId();
    }

    /** Says a command behind which nobody stands. */
    Outcome say(Command<?> command) {
        return say(newId(), command, List.of());
    }

    /**
     * Says a command.
     *
     * @throws ProblemException there was no answer in half a minute; what was done stays done
     */
    Outcome say(RequestId id, Command<?> command, List<Assertion> behind) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        do {
            Submission submission = gateway.submit(ServerClients.SERVER, id, command, 0, behind);
            if (submission instanceof Submission.Answered answered) {
                return answered.answer().outcome();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        } while (System.nanoTime() - deadline < 0 && !Thread.currentThread().isInterrupted());
        throw new ProblemException(ProblemCode.NOT_SENT
                .because("The engine did not answer in time.")
                .retryAfter(1));
    }
}
