package sekisho.bank.outgoing;

import java.net.ConnectException;

/** An address is not among those that may be called: nothing was sent. */
public final class NotAllowed extends ConnectException {
    private static final long serialVersionUID = 1;

    NotAllowed(String host) {
        super("the host " + host + " is not among those that this client may call");
    }
}
