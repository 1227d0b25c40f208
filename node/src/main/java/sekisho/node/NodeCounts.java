package sekisho.node;

/**
 * What a node's engine did since the start of the node, the replay of its log included.
 *
 * @param position in the command log up to which it has come
 * @param frames with requests
 * @param requests answered
 * @param malformedFrames that were rejected
 * @param droppedAnswers that could not be sent because a gateway did not read
 * @param journal answers in the request journal, as of the last second
 * @param journalCapacity answers that it may hold; beyond that requests with ids are refused
 */
public record NodeCounts(
        long position,
        long frames,
        long requests,
        long malformedFrames,
        long droppedAnswers,
        long journal,
        long journalCapacity) {}
