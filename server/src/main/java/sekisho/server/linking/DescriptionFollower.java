package sekisho.server.linking;

import sekisho.bank.description.BankDescription;

/** Does something when a bank's description comes into force. The same may come again. Any thread. */
@FunctionalInterface
public interface DescriptionFollower {

    /** From now on this is in force. */
    void follow(BankDescription description);
}
