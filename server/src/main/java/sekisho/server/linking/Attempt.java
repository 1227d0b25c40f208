package sekisho.server.linking;

import java.time.Instant;
import java.util.UUID;
import sekisho.protocol.BankId;
import sekisho.protocol.RequestId;
import sekisho.protocol.WalletId;
import sekisho.server.people.PersonId;

/**
 * A try to link an account, from the passkey to the bank's answer.
 *
 * @param request the engine's request that will ask for the link
 * @param salt goes into the binding
 * @param open whether the answer is still to come
 */
record Attempt(
        UUID reference,
        PersonId person,
        WalletId wallet,
        BankId bank,
        RequestId request,
        Salt salt,
        BankRedirect.Sent sent,
        int matchingNumber,
        boolean open,
        Instant madeAt) {}
