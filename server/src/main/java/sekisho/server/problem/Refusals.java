package sekisho.server.problem;

import java.util.Locale;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;

/** What the engine refuses, as problems. The code is the refusal's name in kebab case. */
public final class Refusals {
    private static final int RETRY_SECONDS = 5;

    private Refusals() {}

    /** A refusal of a request with these fields. */
    public static Problem problem(Refused refused, Fields fields) {
        Refusal reason = refused.reason();
        Subject subject = subject(reason);
        String sentence = sentence(reason)
                + (reason.boundMeaning().isEmpty()
                        ? "."
                        : " (" + reason.boundMeaning() + ": " + refused.bound() + ").");
        int status = status(reason);
        var problem = new Problem(
                code(reason),
                sentence(reason),
                isNotFound(reason) && fields.isPath(subject) ? 404 : status,
                sentence + " " + RefusalRemedies.of(reason),
                fields.of(subject),
                reason.boundMeaning().isEmpty() ? null : (Long) refused.bound(),
                null,
                null,
                null,
                null);
        return status == 503 ? problem.retryAfter(RETRY_SECONDS) : problem;
    }

    /** The code on the wire. */
    public static String code(Refusal reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The status where the thing is not named by the path. */
    public static int status(Refusal reason) {
        return switch (reason) {
            case CLOCK_HALTED, JOURNAL_FULL, TABLE_FULL -> 503;
            case REQUEST_CONFLICT,
                    CURRENCY_EXISTS,
                    WALLET_EXISTS,
                    MERCHANT_EXISTS,
                    ACCOUNT_EXISTS,
                    BANK_EXISTS,
                    ALREADY_REVERSED -> 409;
            case REQUEST_TOO_OLD,
                    REQUEST_FROM_THE_FUTURE,
                    STREAM_GAP,
                    STREAM_DIVERGED,
                    CHAIN_MIXED,
                    CHAIN_OPEN,
                    CHAIN_TOO_LONG,
                    CHAIN_BROKEN,
                    EFFECTIVE_IN_THE_FUTURE,
                    CURRENCY_NOT_FOUND,
                    TEST_CURRENCY_ONLY,
                    DAY_NOT_LATER,
                    TIME_NOT_NEAR,
                    BEHAVIOUR_NOT_KNOWN,
                    CAPACITY_BELOW_USE,
                    WALLET_NOT_FOUND,
                    WALLET_CLOSED,
                    MERCHANT_NOT_FOUND,
                    MERCHANT_CLOSED,
                    PAYEE_NOT_FOUND,
                    PAYEE_CLOSED,
                    SAME_WALLET,
                    DEBITS_FROZEN,
                    CREDITS_FROZEN,
                    ACCOUNT_NOT_FOUND,
                    NOT_EMPTY,
                    HOLDS_OUTSTANDING,
                    PAYMENT_NOT_FOUND,
                    PAYMENT_EXPIRED,
                    PAYMENT_CAPTURED,
                    PAYMENT_VOIDED,
                    PAYMENT_NOT_CAPTURED,
                    MORE_THAN_HELD,
                    MORE_THAN_REMAINS,
                    FEE_OVER_AMOUNT,
                    HOLD_NOT_FOUND,
                    PART_OF_MANY_LINES,
                    UNBALANCED,
                    BALANCING_NEEDS_TWO_LINES,
                    BANK_NOT_FOUND,
                    SAME_BANK,
                    BANK_SUSPENDED,
                    LINK_NOT_FOUND,
                    VISIT_NOT_FOUND,
                    LINK_NOT_ACTIVE,
                    LINK_NOT_REQUESTED,
                    LINK_CLOSED,
                    TOO_MANY_LINKS,
                    INSTRUCTION_NOT_FOUND,
                    INSTRUCTION_WITHDRAWN,
                    INSTRUCTION_CLAIMED,
                    INSTRUCTION_ENDED,
                    MORE_THAN_IN_TRANSIT,
                    OVER_LIMIT_PER_OPERATION,
                    OVER_LIMIT_24_HOURS,
                    OVER_LIMIT_30_DAYS,
                    OVER_LIMIT_DAY,
                    OVER_LIMIT_MONTH,
                    OVER_BALANCE_CAP,
                    INSUFFICIENT_FUNDS,
                    BANK_FUNDS_EXHAUSTED,
                    SAFEGUARDING_SHORTFALL,
                    AMOUNT_OVERFLOW,
                    APPROVALS_MISSING,
                    SAME_APPROVER,
                    CREDENTIAL_NOT_KNOWN,
                    ASSERTION_WRONG_TYPE,
                    ASSERTION_WRONG_CHALLENGE,
                    ASSERTION_WRONG_ORIGIN,
                    ASSERTION_WRONG_PARTY,
                    ASSERTION_WITHOUT_PERSON,
                    ASSERTION_FORGED,
                    BOOK_FOUNDED,
                    BOOK_NOT_FOUNDED,
                    STAFF_EXISTS,
                    STAFF_NOT_FOUND,
                    TWO_STAFF_NEEDED,
                    KEY_NOT_ON_CURVE,
                    ISSUER_NOT_TRUSTED,
                    KIND_NOT_OF_ISSUER,
                    DEMONSTRATION_REFUSED,
                    EVIDENCE_FORGED,
                    EVIDENCE_STALE,
                    EVIDENCE_EXPIRED,
                    EVIDENCE_USED,
                    EVIDENCE_OF_ANOTHER_BOOK,
                    WALLET_OF_ANOTHER_PERSON,
                    TOO_MANY_WALLETS,
                    TIER_ABOVE_ASSURANCE,
                    WALLET_UNVERIFIED,
                    STEP_UP_MISSING,
                    STEP_UP_STALE,
                    AUTHENTICATOR_YOUNG,
                    CHIP_PROOF_MISSING,
                    AUTHENTICATOR_EXISTS,
                    TOO_MANY_AUTHENTICATORS,
                    AUTHENTICATOR_NOT_FOUND,
                    LINK_NEEDS_CHECKPOINT,
                    BANK_NOT_DESCRIBED,
                    LINK_BELOW_FLOOR,
                    METHOD_STOPPED,
                    METHOD_NOT_OF_BANK,
                    LINK_NOT_AT_BANK,
                    LINK_NOT_WAITING,
                    LINK_NOT_SUSPENDED,
                    BANK_KEY_NOT_TRUSTED,
                    RESULT_FORGED,
                    RESULT_EXPIRED,
                    RESULT_OF_ANOTHER_BOOK,
                    RESULT_OF_ANOTHER_BANK,
                    RESULT_FOR_ANOTHER_PERSON,
                    RESULT_FOR_ANOTHER_SESSION,
                    RESULT_FOR_ANOTHER_PURPOSE,
                    NONCE_NOT_KNOWN,
                    NONCE_USED,
                    RESULT_FOR_ANOTHER_ACCOUNT,
                    NO_MATCH,
                    MATCH_NOT_POSSIBLE,
                    CLOSE_MATCH_ONLY,
                    IDENTIFICATION_FAILED,
                    ACCOUNT_OF_ANOTHER_PERSON,
                    TOO_MANY_TRIES_ACCOUNT,
                    TOO_MANY_TRIES_WALLET,
                    OVER_LADDER_ACCOUNT,
                    OVER_LADDER_PERSON,
                    OVER_LADDER_WALLET,
                    OVER_BANK_EXPOSURE,
                    OVER_BANK_LIMIT,
                    YOUNG_MONEY,
                    RUNG_TOO_HIGH,
                    PAYEE_UNVERIFIED,
                    LINK_OF_ANOTHER_PERSON,
                    RESULT_FOR_ANOTHER_WALLET,
                    DESCRIPTION_NOT_NEWER,
                    ACCOUNT_LOCKED,
                    ACCOUNT_NOT_LOCKED,
                    PROOF_TOO_WEAK,
                    MONEY_DISPUTED -> 422;
        };
    }

    /** Whether it says that something does not exist. */
    public static boolean isNotFound(Refusal reason) {
        return reason.name().endsWith("_NOT_FOUND");
    }

    /** The refusal as a sentence without a full stop. */
    static String sentence(Refusal reason) {
        return Character.toUpperCase(reason.sentence().charAt(0))
                + reason.sentence().substring(1);
    }

    /** What it is about. */
    static Subject subject(Refusal reason) {
        return switch (reason) {
            case CLOCK_HALTED,
                    REQUEST_TOO_OLD,
                    REQUEST_FROM_THE_FUTURE,
                    REQUEST_CONFLICT,
                    STREAM_GAP,
                    STREAM_DIVERGED,
                    JOURNAL_FULL,
                    CHAIN_MIXED,
                    CHAIN_OPEN,
                    CHAIN_TOO_LONG,
                    CHAIN_BROKEN,
                    EFFECTIVE_IN_THE_FUTURE,
                    TABLE_FULL -> Subject.REQUEST;
            case CURRENCY_NOT_FOUND, CURRENCY_EXISTS, TEST_CURRENCY_ONLY -> Subject.CURRENCY;
            case DAY_NOT_LATER -> Subject.DAY;
            case TIME_NOT_NEAR -> Subject.TIME;
            case BEHAVIOUR_NOT_KNOWN -> Subject.VERSION;
            case CAPACITY_BELOW_USE -> Subject.CAPACITY;
            case WALLET_EXISTS, WALLET_NOT_FOUND, WALLET_CLOSED, DEBITS_FROZEN, NOT_EMPTY, HOLDS_OUTSTANDING ->
                Subject.WALLET;
            case MERCHANT_EXISTS, MERCHANT_NOT_FOUND, MERCHANT_CLOSED -> Subject.MERCHANT;
            case PAYEE_NOT_FOUND, PAYEE_CLOSED, SAME_WALLET, CREDITS_FROZEN -> Subject.PAYEE;
            case ACCOUNT_NOT_FOUND, ACCOUNT_EXISTS -> Subject.ACCOUNT;
            case PAYMENT_NOT_FOUND, PAYMENT_EXPIRED, PAYMENT_CAPTURED, PAYMENT_VOIDED, PAYMENT_NOT_CAPTURED ->
                Subject.PAYMENT;
            case FEE_OVER_AMOUNT -> Subject.FEE;
            case HOLD_NOT_FOUND -> Subject.HOLD;
            case UNBALANCED, BALANCING_NEEDS_TWO_LINES -> Subject.LINES;
            case ALREADY_REVERSED -> Subject.REVERSED;
            case BANK_EXISTS, BANK_NOT_FOUND, BANK_SUSPENDED, BANK_FUNDS_EXHAUSTED -> Subject.BANK;
            case SAME_BANK -> Subject.OTHER_BANK;
            case LINK_NOT_FOUND, LINK_NOT_ACTIVE, LINK_NOT_REQUESTED, LINK_CLOSED, TOO_MANY_LINKS -> Subject.LINK;
            case INSTRUCTION_NOT_FOUND, INSTRUCTION_WITHDRAWN, INSTRUCTION_CLAIMED, INSTRUCTION_ENDED ->
                Subject.INSTRUCTION;
            case MORE_THAN_HELD,
                    MORE_THAN_REMAINS,
                    PART_OF_MANY_LINES,
                    MORE_THAN_IN_TRANSIT,
                    OVER_LIMIT_PER_OPERATION,
                    OVER_LIMIT_24_HOURS,
                    OVER_LIMIT_30_DAYS,
                    OVER_LIMIT_DAY,
                    OVER_LIMIT_MONTH,
                    OVER_BALANCE_CAP,
                    INSUFFICIENT_FUNDS,
                    SAFEGUARDING_SHORTFALL,
                    AMOUNT_OVERFLOW -> Subject.AMOUNT;
            case OVER_LADDER_ACCOUNT,
                    OVER_LADDER_PERSON,
                    OVER_LADDER_WALLET,
                    OVER_BANK_EXPOSURE,
                    OVER_BANK_LIMIT,
                    YOUNG_MONEY,
                    RUNG_TOO_HIGH,
                    MONEY_DISPUTED -> Subject.AMOUNT;
            case WALLET_OF_ANOTHER_PERSON,
                    TOO_MANY_WALLETS,
                    TIER_ABOVE_ASSURANCE,
                    WALLET_UNVERIFIED,
                    AUTHENTICATOR_YOUNG,
                    CHIP_PROOF_MISSING,
                    AUTHENTICATOR_EXISTS,
                    TOO_MANY_AUTHENTICATORS,
                    AUTHENTICATOR_NOT_FOUND,
                    TOO_MANY_TRIES_WALLET -> Subject.WALLET;
            case PAYEE_UNVERIFIED -> Subject.PAYEE;
            case BANK_NOT_DESCRIBED, METHOD_STOPPED, METHOD_NOT_OF_BANK, BANK_KEY_NOT_TRUSTED, DESCRIPTION_NOT_NEWER ->
                Subject.BANK;
            case LINK_NEEDS_CHECKPOINT,
                    LINK_BELOW_FLOOR,
                    LINK_NOT_AT_BANK,
                    LINK_NOT_WAITING,
                    LINK_NOT_SUSPENDED,
                    TOO_MANY_TRIES_ACCOUNT,
                    ACCOUNT_LOCKED,
                    LINK_OF_ANOTHER_PERSON -> Subject.LINK;
            case APPROVALS_MISSING,
                    SAME_APPROVER,
                    CREDENTIAL_NOT_KNOWN,
                    ASSERTION_WRONG_TYPE,
                    ASSERTION_WRONG_CHALLENGE,
                    ASSERTION_WRONG_ORIGIN,
                    ASSERTION_WRONG_PARTY,
                    ASSERTION_WITHOUT_PERSON,
                    ASSERTION_FORGED,
                    BOOK_FOUNDED,
                    BOOK_NOT_FOUNDED,
                    STAFF_EXISTS,
                    STAFF_NOT_FOUND,
                    TWO_STAFF_NEEDED,
                    KEY_NOT_ON_CURVE,
                    ISSUER_NOT_TRUSTED,
                    KIND_NOT_OF_ISSUER,
                    DEMONSTRATION_REFUSED,
                    EVIDENCE_FORGED,
                    EVIDENCE_STALE,
                    EVIDENCE_EXPIRED,
                    EVIDENCE_USED,
                    EVIDENCE_OF_ANOTHER_BOOK,
                    STEP_UP_MISSING,
                    STEP_UP_STALE,
                    RESULT_FORGED,
                    RESULT_EXPIRED,
                    RESULT_OF_ANOTHER_BOOK,
                    RESULT_OF_ANOTHER_BANK,
                    RESULT_FOR_ANOTHER_PERSON,
                    RESULT_FOR_ANOTHER_SESSION,
                    RESULT_FOR_ANOTHER_PURPOSE,
                    NONCE_NOT_KNOWN,
                    NONCE_USED,
                    RESULT_FOR_ANOTHER_ACCOUNT,
                    NO_MATCH,
                    MATCH_NOT_POSSIBLE,
                    CLOSE_MATCH_ONLY,
                    IDENTIFICATION_FAILED,
                    ACCOUNT_OF_ANOTHER_PERSON,
                    RESULT_FOR_ANOTHER_WALLET,
                    VISIT_NOT_FOUND,
                    ACCOUNT_NOT_LOCKED,
                    PROOF_TOO_WEAK -> Subject.REQUEST;
        };
    }
}
