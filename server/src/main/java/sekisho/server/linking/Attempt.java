package sekisho.server.linking;

import java.time.Instant;
import java.util.UUID;
import sekisho.bank.redirect.StatementTerms;
import sekisho.protocol.RequestId;
import sekisho.server.people.PersonId;

/**
 * A try to link an account, from the passkey to the bank's answer.
 *
 * @param request the engine's request that asked for the link
 * @param salt goes into the binding
 * @param terms what the bank's word is to be about
 * @param open whether the answer is still to come
 */
record Attempt(
        UUID reference,
        PersonId person,
        SupportedBank bank,
        RequestId request,
        Salt salt,
        StatementTerms terms,
        BankRedirect.Sent sent,
        int matchingNumber,
        boolean open,
        Instant madeAt) {}
