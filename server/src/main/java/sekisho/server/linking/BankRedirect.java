package sekisho.server.linking;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import sekisho.bank.AccountToken;
import sekisho.bank.redirect.SignedStatement;
import sekisho.bank.redirect.StatementTerms;
import sekisho.formats.matching.Attribute;
import sekisho.protocol.BankId;

/** The redirect to a bank and back: signs what is asked, checks what comes back. Any thread. */
public interface BankRedirect {

    /**
     * What is asked for.
     *
     * @param reference names this try; means nothing to the bank
     * @param binding over wallet, person and browser; means nothing to the bank, and comes back
     * @param compared verified attributes
     * @param terms what the bank's word to the engine is to be about
     */
    record Asking(URI bank, UUID reference, String binding, Map<Attribute, String> compared, StatementTerms terms) {}

    /**
     * What was signed.
     *
     * @param form the field {@code request} of the form that leads to the bank
     * @param matchingNumber shown here and there
     */
    record Signed(String form, int matchingNumber, Sent sent) {}

    /**
     * What is kept until the answer comes. No personal data.
     *
     * @param nonce comes back; no two are equal
     * @param digest of what was signed
     */
    record Sent(
            URI bank,
            UUID reference,
            String binding,
            String nonce,
            String digest,
            Set<Attribute> asked,
            Instant expiresAt) {}

    /** What came back. */
    sealed interface Back {

        /**
         * The bank's word for the engine.
         *
         * @param account there if the bank agrees, and it is the person whom it was asked about
         * @param why the bank's word for it
         */
        record Said(SignedStatement statement, Optional<Granted> account, String why) implements Back {}

        /** The visit ended before the bank knew of which account it speaks. */
        record NothingSaid(String why) implements Back {}

        /** This is no answer to what was asked; the code says why, for the log and nobody else. */
        record Refused(String code) implements Back {}
    }

    /**
     * An account that may be debited.
     *
     * @param mandate names the account between the bank and us from now on
     * @param shownJa masked
     */
    record Granted(AccountToken mandate, String shownJa, String shownEn) {}

    /** What a bank's notice of an ended mandate is. */
    sealed interface Notice {

        /** The bank has signed it: it has something to tell. */
        record Ended(BankId bank) implements Notice {}

        /** No bank that is known says this to us; the code says why, for the log and nobody else. */
        record Refused(String code) implements Notice {}

        /** The bank's keys are not to be had now. */
        record NotNow() implements Notice {}
    }

    /** Signs a request. */
    Signed sign(Asking asking);

    /** The nonce that a result names; not checked, only to find what was sent. */
    Optional<String> nonce(String result);

    /** The JWK set with which banks check what we sign. */
    String publicKeys();

    /** Checks a result against what was sent and what it was to be about, for a browser with this binding. */
    Back read(String result, Sent sent, StatementTerms terms, String bindingNow);

    /** Checks a bank's notice that a mandate has ended. */
    Notice readNotice(String notice);
}
