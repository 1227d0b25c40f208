package sekisho.benchmarks.oracle;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.SplittableRandom;

/** A browser that goes to a bank and comes back. Owner: one thread at a time. */
interface Visitor extends AutoCloseable {

    /** Before a round, whose ways to the bank are all begun before the first of them ends. */
    void begin() throws IOException, InterruptedException;

    /** Goes to the bank, which says what it says of a state; the result with which to come back. */
    String goThere(String state, SplittableRandom random) throws IOException, InterruptedException;

    /** Comes back with a result: the answer is what is timed. */
    HttpResponse<String> comeBack(String result) throws IOException, InterruptedException;

    /** All that is shown to this browser after one round of one way, but for proofs against forgery, names of links, and the clock. */
    String shown() throws IOException, InterruptedException;

    @Override
    void close();
}
