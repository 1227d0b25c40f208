package sekisho.cli.explain;

import sekisho.protocol.Answer;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.RequestKey;

/**
 * A request in the outcome log, and what it was answered.
 *
 * @param position of its step
 * @param place within the step, from 0
 * @param tried it was a dry run
 */
public record Decision(
        long position, int place, BookId book, ClientId client, RequestKey key, Answer answer, boolean tried) {}
