package sekisho.server.founding;

import sekisho.protocol.BankId;
import sekisho.protocol.Description;
import sekisho.protocol.PublicKey;

/**
 * A bank as a book begins with it.
 *
 * @param keyNumber of the key with which it signs its statements, 1 to 65,535
 */
public record FoundedBank(BankId bank, Description description, int keyNumber, PublicKey key) {}
