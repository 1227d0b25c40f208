package sekisho.server.problem;

import sekisho.protocol.Refusal;

/** What to do about what the engine refuses: one or two sentences each. */
final class RefusalRemedies {
    private static final String NEW_KEY = "Correct the request and send it with a new Idempotency-Key.";
    private static final String CHECK_ID = "Check the id.";
    private static final String NOTHING = "It stays so; nothing is left to do.";
    private static final String LESS = "Send a smaller amount, with a new Idempotency-Key.";
    private static final String LATER = "Send a smaller amount or wait, with a new Idempotency-Key.";

    private RefusalRemedies() {}

    static String of(Refusal reason) {
        return switch (reason) {
            case CLOCK_HALTED -> "Try again with the same Idempotency-Key once an operator has confirmed the time.";
            case REQUEST_TOO_OLD -> "Ask /v1/requests/{id} whether it was executed.";
            case REQUEST_FROM_THE_FUTURE -> "Set this machine's clock, and make the id anew.";
            case REQUEST_CONFLICT -> "One id is for one request: send another request with an id of its own.";
            case JOURNAL_FULL -> "Try again with the same Idempotency-Key.";
            case TABLE_FULL -> "Tell the operator; later try with a new Idempotency-Key.";
            case STREAM_GAP, STREAM_DIVERGED -> "Send the stream from the expected entry on, unchanged.";
            case CHAIN_MIXED, CHAIN_OPEN, CHAIN_TOO_LONG ->
                "Send at most 64 requests together, each with an id of its own.";
            case CHAIN_BROKEN -> "See the other request's problem; then send all of them with new ids.";
            case EFFECTIVE_IN_THE_FUTURE -> NEW_KEY;
            case CURRENCY_NOT_FOUND -> "Use a defined currency, or have an operator define it.";
            case CURRENCY_EXISTS, WALLET_EXISTS, MERCHANT_EXISTS, ACCOUNT_EXISTS, BANK_EXISTS -> NOTHING;
            case TEST_CURRENCY_ONLY -> "Real money comes and goes through a link to a bank account.";
            case DAY_NOT_LATER -> NOTHING;
            case TIME_NOT_NEAR -> "Confirm the time that it is now, with a new Idempotency-Key.";
            case BEHAVIOUR_NOT_KNOWN -> "Name a later version that this engine knows.";
            case CAPACITY_BELOW_USE -> "Name a larger capacity, with a new Idempotency-Key.";
            case WALLET_NOT_FOUND,
                    MERCHANT_NOT_FOUND,
                    PAYEE_NOT_FOUND,
                    PAYMENT_NOT_FOUND,
                    HOLD_NOT_FOUND,
                    BANK_NOT_FOUND,
                    LINK_NOT_FOUND,
                    INSTRUCTION_NOT_FOUND,
                    VISIT_NOT_FOUND -> CHECK_ID;
            case WALLET_CLOSED, MERCHANT_CLOSED, PAYEE_CLOSED, LINK_CLOSED -> "It is closed for good: use another.";
            case SAME_WALLET -> "Name two different wallets, with a new Idempotency-Key.";
            case DEBITS_FROZEN, CREDITS_FROZEN ->
                "An operator can lift the freeze; then send it with a new Idempotency-Key.";
            case ACCOUNT_NOT_FOUND -> "Open an account in this currency first, or use another currency.";
            case NOT_EMPTY -> "Bring every account to 0 first.";
            case HOLDS_OUTSTANDING ->
                "Wait until nothing is on its way any more, then send it with a new Idempotency-Key.";
            case PAYMENT_EXPIRED, PAYMENT_VOIDED -> "Begin a new payment.";
            case PAYMENT_CAPTURED -> "Give the money back with a refund, if that is what is wanted.";
            case PAYMENT_NOT_CAPTURED -> "Capture it first, or void it.";
            case MORE_THAN_HELD, MORE_THAN_REMAINS, MORE_THAN_IN_TRANSIT, PART_OF_MANY_LINES -> LESS;
            case FEE_OVER_AMOUNT -> "Send a smaller fee, with a new Idempotency-Key.";
            case UNBALANCED -> "Make debits and credits equal in every currency.";
            case BALANCING_NEEDS_TWO_LINES -> "Send one debit and one credit of the same amount, or leave out upTo.";
            case ALREADY_REVERSED -> NOTHING;
            case SAME_BANK -> "Name two different banks, with a new Idempotency-Key.";
            case BANK_SUSPENDED ->
                "Wait until the operator has opened it again, then send it with a new Idempotency-Key.";
            case LINK_NOT_ACTIVE -> "Use an active link.";
            case LINK_NOT_REQUESTED -> "Only a requested link can be activated.";
            case TOO_MANY_LINKS -> "Closed links count for 180 days; use one that there is.";
            case INSTRUCTION_WITHDRAWN, INSTRUCTION_CLAIMED, INSTRUCTION_ENDED -> "Do not call the bank.";
            case OVER_LIMIT_PER_OPERATION -> LESS;
            case OVER_LIMIT_24_HOURS, OVER_LIMIT_30_DAYS, OVER_LIMIT_DAY, OVER_LIMIT_MONTH -> LATER;
            case OVER_BALANCE_CAP -> LESS;
            case INSUFFICIENT_FUNDS -> "Send a smaller amount or top up first, with a new Idempotency-Key.";
            case BANK_FUNDS_EXHAUSTED -> "Wait until the operator has moved money to this bank.";
            case SAFEGUARDING_SHORTFALL -> "The operator has to fund it first.";
            case AMOUNT_OVERFLOW -> LESS;
            case OVER_LADDER_ACCOUNT,
                    OVER_LADDER_PERSON,
                    OVER_LADDER_WALLET,
                    OVER_BANK_EXPOSURE,
                    YOUNG_MONEY,
                    MONEY_DISPUTED -> LATER;
            case ACCOUNT_LOCKED -> "The account's holder can have the lock lifted at the front door.";
            case OVER_BANK_LIMIT, RUNG_TOO_HIGH -> LESS;
            case APPROVALS_MISSING ->
                "Members of staff sign the challenge with their passkeys; send the same request with their answers in the header Approval.";
            case STEP_UP_MISSING ->
                "The wallet's owner signs the challenge with a passkey; send the same request with the answer in the header Approval.";
            case SAME_APPROVER,
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
                    PAYEE_UNVERIFIED,
                    LINK_OF_ANOTHER_PERSON,
                    RESULT_FOR_ANOTHER_WALLET,
                    DESCRIPTION_NOT_NEWER,
                    ACCOUNT_NOT_LOCKED,
                    PROOF_TOO_WEAK -> NEW_KEY;
        };
    }
}
