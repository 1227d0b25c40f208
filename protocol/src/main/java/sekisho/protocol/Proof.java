package sekisho.protocol;

import java.util.List;

/**
 * Who stands behind a request. Travels and is stored with it, in front of its command, and is looked at again by whoever
 * reads the log.
 *
 * @param assertions at most {@value #MOST}
 * @param challenge what they must have signed: SHA-256 over book, client, key, effective time and the command's bytes, made by
 *     whoever read the bytes, never by the sender
 */
public record Proof(List<Assertion> assertions, Digest challenge) {

    /** Most assertions of a request. */
    public static final int MOST = 4;

    /** Nobody. */
    public static final Proof NONE = new Proof(List.of(), Digest.NONE);

    public Proof {
        assertions = List.copyOf(assertions);
        if (assertions.size() > MOST) {
            throw new IllegalArgumentException("a request carries at most " + MOST + " assertions");
        }
    }
}
