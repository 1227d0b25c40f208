package sekisho.gateway;

import sekisho.protocol.Answer;

/**
 * Is told the answers of a stream, in the order of its entries, each once. Called by the gateway's thread, which serves
 * everybody: be quick, never wait.
 */
@FunctionalInterface
public interface EntryListener {

    /**
     * An entry was answered.
     *
     * @param sequence the entry's place in the stream
     * @param answer a {@link sekisho.protocol.Repeated} if the entry had been applied before
     * @param position of the step in the log
     */
    void answered(long sequence, Answer answer, long position);
}
