package sekisho.server.history;

import java.time.Instant;
import sekisho.protocol.ClientId;
import sekisho.protocol.Outcome;
import sekisho.protocol.RequestKey;

/**
 * What a request was answered when it was executed.
 *
 * @param key its id, or its place in a stream (without chain hash)
 * @param position of its step in the log
 * @param requestIndex its place in the step, from 0
 */
public record RecordedAnswer(
        ClientId client, RequestKey key, Outcome outcome, long position, int requestIndex, Instant answeredAt) {}
