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
                    AMOUNT_OVERFLOW -> 422;
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
        };
    }
}
