package sekisho.server.linking;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
     */
    record Asking(URI bank, UUID reference, String binding, Map<Attribute, String> compared) {}

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
         * The bank agrees.
         *
         * @param mandate names the account between the bank and us from now on
         * @param shownJa the masked account
         * @param mismatch whether something that was compared did not match
         */
        record Granted(UUID mandate, String shownJa, String shownEn, boolean mismatch) implements Back {}

        /** The bank does not. */
        record NotGranted(String why) implements Back {}

        /** This is no answer to what was asked; the code says why, for the log and nobody else. */
        record Refused(String code) implements Back {}
    }

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

    /** Checks a result against what was sent, for a browser with this binding. */
    Back read(String result, Sent sent, String bindingNow);

    /** Checks a bank's notice that a mandate has ended. */
    Notice readNotice(String notice);
}
