package sekisho.bank.backchannel;

import java.time.Instant;
import sekisho.bank.redirect.OpaqueId;

/** What became of having a bank put a code on a linked account's statement. */
public sealed interface Noticing {

    /**
     * It is on its way, or the bank says so.
     *
     * @param id the bank's name for it
     * @param expires until when the code is taken
     * @param tries how many codes may be entered
     */
    record Sent(OpaqueId id, Instant expires, int tries) implements Noticing {}

    /** The bank does not: it knows no such link, for instance. */
    record Refused(String why) implements Noticing {}
}
