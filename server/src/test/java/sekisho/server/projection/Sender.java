package sekisho.server.projection;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import sekisho.gateway.Frame;
import sekisho.gateway.FrameListener;
import sekisho.gateway.Gateway;
import sekisho.gateway.Lane;
import sekisho.gateway.Submission;
import sekisho.protocol.ClientId;
import sekisho.protocol.Command;
import sekisho.protocol.RequestId;
import sekisho.wire.Answers;

/** Sends whole frames and waits for their answers. */
final class Sender {
    private static final int TRIES = 10;

    private final Gateway gateway;

    /** A request as it is sent. */
    record Sent(RequestId id, Command<?> command, boolean linked, boolean dryRun, long effectiveAt) {}

    Sender(Gateway gateway) {
        this.gateway = gateway;
    }

    /** Sends a frame, again while it is unconfirmed: a clock that is moved ends the session with the cluster. */
    Answers send(ClientId client, List<Sent> requests) {
        for (int i = 0; i < TRIES; i++) {
            @Nullable Answers answers = trySend(client, requests);
            if (answers != null) {
                return answers;
            }
        }
        throw new IllegalStateException("no answer after many tries");
    }

    private @Nullable Answers trySend(ClientId client, List<Sent> requests) {
        Frame frame = gateway.newFrame(Lane.SINGLE);
        var encoder = frame.begin(client);
        for (Sent it : requests) {
            encoder.add(it.id(), it.command(), it.linked(), it.dryRun(), it.effectiveAt());
        }
        var answers = new CompletableFuture<@Nullable Answers>();
        boolean accepted = gateway.trySubmit(frame, new FrameListener() {
            @Override
            public void answered(Answers heard) {
                answers.complete(heard);
            }

            @Override
            public void notSent(Submission.Why why) {
                answers.completeExceptionally(new IllegalStateException("not sent: " + why));
            }

            @Override
            public void unconfirmed() {
                answers.complete(null);
            }
        });
        if (!accepted) {
            throw new IllegalStateException("busy");
        }
        return answers.orTimeout(30, TimeUnit.SECONDS).join();
    }
}
