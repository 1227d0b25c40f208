package sekisho.server.console;

import java.util.List;
import sekisho.server.wallet.history.Line;

/**
 * A wallet as staff see it: no name, no address, no number in full.
 *
 * @param id sixteen hexadecimal digits
 * @param name masked
 * @param frozen whether something is stopped
 */
public record WalletFile(
        String id,
        String handle,
        String name,
        int tier,
        boolean frozen,
        boolean closed,
        String since,
        long balance,
        long held,
        List<Link> links,
        List<Evidence> evidence,
        List<Line> lines) {

    /**
     * A linked account: masked by its bank.
     *
     * @param id as forms have it
     * @param stoppable whether staff can suspend it: a link of a founded book that is in use or about to be
     */
    public record Link(String id, String bank, String account, String status, String since, boolean stoppable) {}

    public record Evidence(String kind, String at) {}
}
