package sekisho.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The catalogue of refusals. The code is for life, on the wire and in reports. Which one is given where several apply is
 * written in docs/rules.md, command by command. {@link Refused#bound()} carries the number that a refusal speaks of.
 */
public enum Refusal {
    // The request itself. These answers are not remembered.
    CLOCK_HALTED(1, "the clock jumped; an operator must confirm the time", "last trusted time, ms"),
    REQUEST_TOO_OLD(2, "the request id is older than 15 minutes", "oldest time accepted, ms"),
    REQUEST_FROM_THE_FUTURE(3, "the request id is more than 60 seconds ahead", "newest time accepted, ms"),
    REQUEST_CONFLICT(4, "the same request id came before with other contents", ""),
    STREAM_GAP(5, "entries before this one are missing from the stream", "next sequence expected"),
    STREAM_DIVERGED(6, "the stream's history differs from what was applied", "next sequence expected"),
    JOURNAL_FULL(7, "no more answers can be remembered now", "capacity"),
    CHAIN_MIXED(8, "a chain has to be all executed or all tried, with request ids", ""),
    CHAIN_OPEN(9, "the last request of a frame cannot be linked to a next", ""),
    CHAIN_TOO_LONG(10, "a chain has too many requests", "most requests"),

    // From here on answers are remembered.
    CHAIN_BROKEN(11, "another request of the chain was refused", "its place in the chain, from 0"),
    EFFECTIVE_IN_THE_FUTURE(12, "the effective time is later than now", "now, ms"),
    TABLE_FULL(13, "the engine holds as many of these as it may", "capacity"),

    // Settings.
    CURRENCY_NOT_FOUND(20, "the currency is not defined", ""),
    CURRENCY_EXISTS(21, "the currency is defined already", ""),
    TEST_CURRENCY_ONLY(22, "this is allowed in test currencies only", ""),
    DAY_NOT_LATER(23, "a day begins once, after the day before it", "current day, YYYYMMDD"),
    TIME_NOT_NEAR(24, "the confirmed time is not within 60 seconds of the log's", "the log's time, ms"),
    BEHAVIOUR_NOT_KNOWN(25, "the engine does not know this behaviour, or has left it behind", "current version"),
    CAPACITY_BELOW_USE(26, "the journal already holds more answers", "answers held"),

    // Who pays.
    WALLET_EXISTS(30, "the wallet exists already", ""),
    WALLET_NOT_FOUND(31, "there is no such wallet", ""),
    WALLET_CLOSED(32, "the wallet is closed", ""),
    MERCHANT_EXISTS(33, "the merchant has an account in this currency already", ""),
    MERCHANT_NOT_FOUND(34, "there is no such merchant", ""),
    MERCHANT_CLOSED(35, "the merchant is closed", ""),
    PAYEE_NOT_FOUND(36, "there is no such payee", ""),
    PAYEE_CLOSED(37, "the payee is closed", ""),
    SAME_WALLET(38, "payer and payee are the same", ""),
    DEBITS_FROZEN(39, "money may not leave: debits are frozen", ""),
    CREDITS_FROZEN(40, "money may not arrive: credits are frozen", ""),
    ACCOUNT_NOT_FOUND(41, "there is no account in this currency", ""),
    ACCOUNT_EXISTS(42, "there is an account in this currency already", ""),
    NOT_EMPTY(43, "an account still has a balance", "balance"),
    HOLDS_OUTSTANDING(44, "money is still held or on its way out", "amount"),

    // Operations in progress.
    PAYMENT_NOT_FOUND(50, "there is no such payment", ""),
    PAYMENT_EXPIRED(51, "the authorisation has expired", "when, ms"),
    PAYMENT_CAPTURED(52, "the payment is captured already", ""),
    PAYMENT_VOIDED(53, "the payment is voided", ""),
    PAYMENT_NOT_CAPTURED(54, "only a captured payment can be refunded", ""),
    MORE_THAN_HELD(55, "this is more than is held", "amount held"),
    MORE_THAN_REMAINS(56, "this is more than remains to refund", "what remains"),
    FEE_OVER_AMOUNT(57, "the fee is larger than the amount", "amount"),
    HOLD_NOT_FOUND(58, "there is no such hold", ""),
    PART_OF_MANY_LINES(60, "a part can be posted only of a hold with two lines", ""),
    UNBALANCED(61, "debits and credits are not equal", ""),
    BALANCING_NEEDS_TWO_LINES(62, "a balancing posting is one debit and one credit of the same amount", ""),
    ALREADY_REVERSED(63, "the operation has been reversed already", ""),

    // Banks.
    BANK_EXISTS(70, "the bank is registered already", ""),
    BANK_NOT_FOUND(71, "there is no such bank", ""),
    SAME_BANK(72, "both banks are the same", ""),
    BANK_SUSPENDED(73, "the operator has stopped this operation at the bank", ""),
    LINK_NOT_FOUND(74, "there is no such link", ""),
    LINK_NOT_ACTIVE(75, "the link is not active", ""),
    LINK_NOT_REQUESTED(76, "the link is not waiting for evidence", ""),
    LINK_CLOSED(77, "the link is closed", ""),
    TOO_MANY_LINKS(78, "the wallet has as many links as it may", "most links"),
    INSTRUCTION_NOT_FOUND(79, "there is no such instruction", ""),
    INSTRUCTION_WITHDRAWN(80, "the instruction was withdrawn; the bank must not be called", ""),
    INSTRUCTION_CLAIMED(81, "somebody else holds the claim", "until, ms"),
    INSTRUCTION_ENDED(82, "the instruction has its final answer", ""),
    MORE_THAN_IN_TRANSIT(84, "this is more than is on its way", "amount in transit"),

    // Limits and money.
    OVER_LIMIT_PER_OPERATION(90, "more than one operation may move", "the limit"),
    OVER_LIMIT_24_HOURS(91, "more than may move within 24 hours", "what is left"),
    OVER_LIMIT_30_DAYS(92, "more than may move within 30 days", "what is left"),
    OVER_LIMIT_DAY(93, "more than may move in a day", "what is left"),
    OVER_LIMIT_MONTH(94, "more than may move in a month", "what is left"),
    OVER_BALANCE_CAP(95, "the receiving wallet would hold more than it may", "room left; 0 if it is another's wallet"),
    INSUFFICIENT_FUNDS(96, "the balance is not enough", "what is available"),
    BANK_FUNDS_EXHAUSTED(97, "not enough of the customers' money lies at this bank", "what lies there"),
    SAFEGUARDING_SHORTFALL(98, "more e-money would be outstanding than is held for it", "what is held"),
    AMOUNT_OVERFLOW(99, "a counter would exceed its range", ""),

    // Who stands behind it: founded books only.
    APPROVALS_MISSING(100, "members of staff have to approve this", "how many"),
    SAME_APPROVER(101, "the approvals have to be of different people", ""),
    CREDENTIAL_NOT_KNOWN(102, "the credential is not one that counts here", ""),
    ASSERTION_WRONG_TYPE(103, "the assertion was not made to sign something", ""),
    ASSERTION_WRONG_CHALLENGE(104, "the assertion was made for something else", ""),
    ASSERTION_WRONG_ORIGIN(105, "the assertion comes from another origin", ""),
    ASSERTION_WRONG_PARTY(106, "the assertion is for another relying party", ""),
    ASSERTION_WITHOUT_PERSON(107, "nobody was present and verified when the assertion was made", ""),
    ASSERTION_FORGED(108, "the assertion's signature is not the credential's", ""),
    BOOK_FOUNDED(109, "the book is founded already", ""),
    BOOK_NOT_FOUNDED(110, "the book's checkpoint has still to be founded", ""),
    STAFF_EXISTS(111, "the credential is enrolled already", ""),
    STAFF_NOT_FOUND(112, "there is no such credential of staff", ""),
    TWO_STAFF_NEEDED(113, "two members of staff have to remain", ""),
    KEY_NOT_ON_CURVE(114, "the key is not a point of the curve", ""),

    // Identity.
    ISSUER_NOT_TRUSTED(115, "the issuer is not trusted", ""),
    KIND_NOT_OF_ISSUER(116, "the issuer is not trusted for this kind of evidence", ""),
    DEMONSTRATION_REFUSED(117, "a production book takes no made-up evidence", ""),
    EVIDENCE_FORGED(118, "the evidence's signature is not the issuer's", ""),
    EVIDENCE_STALE(119, "the evidence was not issued within the last 15 minutes", "now, ms"),
    EVIDENCE_EXPIRED(120, "the evidence has expired", "when, ms"),
    EVIDENCE_USED(121, "the evidence was used before", ""),
    EVIDENCE_OF_ANOTHER_BOOK(122, "the evidence is for another book", ""),
    WALLET_OF_ANOTHER_PERSON(123, "the wallet belongs to another person", ""),
    TOO_MANY_WALLETS(124, "the person has as many wallets as one may", "most wallets"),
    TIER_ABOVE_ASSURANCE(125, "the tier asks for more assurance than the wallet has", ""),
    WALLET_UNVERIFIED(126, "the wallet's identity is not assured enough", "identity assurance needed"),
    STEP_UP_MISSING(127, "a fresh passkey of the wallet has to sign this", ""),
    STEP_UP_STALE(128, "the passkey's signature is older than 5 minutes", "oldest time accepted, ms"),
    AUTHENTICATOR_YOUNG(129, "an authenticator of the wallet is new; this has to rest", "until, ms"),
    CHIP_PROOF_MISSING(130, "a new authenticator needs a chip's proof of the same person", ""),
    AUTHENTICATOR_EXISTS(131, "the wallet has this authenticator already", ""),
    TOO_MANY_AUTHENTICATORS(132, "the wallet has as many authenticators as it may", "most"),
    AUTHENTICATOR_NOT_FOUND(133, "the wallet has no such authenticator", ""),

    // Links through the checkpoint.
    LINK_NEEDS_CHECKPOINT(134, "links of a founded book go through its checkpoint", ""),
    BANK_NOT_DESCRIBED(135, "the bank's protocol is not described", ""),
    LINK_BELOW_FLOOR(136, "the bank's protocol is weaker than this operation needs", "strength needed"),
    METHOD_STOPPED(137, "the operator has stopped this method", ""),
    METHOD_NOT_OF_BANK(138, "the bank is reached by another method", "its method"),
    LINK_NOT_AT_BANK(139, "the link is not waiting for its bank", ""),
    LINK_NOT_WAITING(140, "the link is not waiting for its holder", ""),
    LINK_NOT_SUSPENDED(141, "only a suspended link is proved again", ""),
    BANK_KEY_NOT_TRUSTED(142, "the bank has no such key", ""),
    RESULT_FORGED(143, "the result's signature is not the bank's", ""),
    RESULT_EXPIRED(144, "the result has expired", "when, ms"),
    RESULT_OF_ANOTHER_BOOK(145, "the result is for another book", ""),
    RESULT_OF_ANOTHER_BANK(146, "the link is with another bank", ""),
    RESULT_FOR_ANOTHER_PERSON(147, "the bank compared another person", ""),
    RESULT_FOR_ANOTHER_SESSION(148, "another browser session went to the bank", ""),
    RESULT_FOR_ANOTHER_PURPOSE(149, "the bank was asked for something else", ""),
    NONCE_NOT_KNOWN(150, "the nonce is not the link's", ""),
    NONCE_USED(151, "the nonce was used before", ""),
    RESULT_FOR_ANOTHER_ACCOUNT(152, "the result is about another account", ""),
    NO_MATCH(153, "the bank holds another identity", ""),
    MATCH_NOT_POSSIBLE(154, "the bank could not compare", ""),
    CLOSE_MATCH_ONLY(155, "a close match is not enough", ""),
    IDENTIFICATION_FAILED(156, "the bank's own identification failed", ""),
    ACCOUNT_OF_ANOTHER_PERSON(157, "the account belongs to another person", ""),
    TOO_MANY_TRIES_ACCOUNT(158, "too many tries failed on the account within 24 hours", "most"),
    TOO_MANY_TRIES_WALLET(159, "too many tries of the wallet failed within 24 hours", "most"),

    // Young links and young money.
    OVER_LADDER_ACCOUNT(160, "more than the bank account may bring yet", "what is left"),
    OVER_LADDER_PERSON(161, "more than the person may bring yet", "what is left"),
    OVER_LADDER_WALLET(162, "more than the wallet may bring yet", "what is left"),
    OVER_BANK_EXPOSURE(163, "more than new links of the bank may bring within 24 hours", "what is left"),
    OVER_BANK_LIMIT(164, "more than the bank moves at once", "the limit"),
    YOUNG_MONEY(165, "too much of it is young and comes from a weak link", "what may go"),
    RUNG_TOO_HIGH(166, "a weak link may not bring so much", "most"),
    PAYEE_UNVERIFIED(167, "the payee's identity is not assured", ""),
    LINK_OF_ANOTHER_PERSON(168, "the account belongs to another person than the wallet", ""),
    RESULT_FOR_ANOTHER_WALLET(169, "the link is another wallet's", ""),
    DESCRIPTION_NOT_NEWER(170, "a description's version is larger than the former one's", "the former version"),

    // The front door.
    VISIT_NOT_FOUND(171, "there is no such visit at the door", ""),
    ACCOUNT_LOCKED(172, "the account's holder has locked it against links", ""),
    ACCOUNT_NOT_LOCKED(173, "the account is not locked", ""),
    PROOF_TOO_WEAK(174, "the bank's proof is too weak for this", "strength needed"),
    MONEY_DISPUTED(175, "too much of it came from an account that its holder has locked", "what may go");

    private static final @Nullable Refusal[] BY_CODE = new @Nullable Refusal[176];

    static {
        for (Refusal refusal : values()) {
            BY_CODE[refusal.code] = refusal;
        }
    }

    private final int code;
    private final String sentence;
    private final String boundMeaning;

    Refusal(int code, String sentence, String boundMeaning) {
        this.code = code;
        this.sentence = sentence;
        this.boundMeaning = boundMeaning;
    }

    /** 1 to 175, for life. */
    public int code() {
        return code;
    }

    /** The refusal as an English sentence without a full stop. */
    public String sentence() {
        return sentence;
    }

    /** What {@link Refused#bound()} means for this refusal; empty where it is 0. */
    public String boundMeaning() {
        return boundMeaning;
    }

    /** Whether a repeat of the request gets this answer from the journal; the others are decided anew. */
    public boolean remembered() {
        return code > CHAIN_TOO_LONG.code;
    }

    public static Refusal ofCode(int code) {
        Refusal refusal = code > 0 && code < BY_CODE.length ? BY_CODE[code] : null;
        if (refusal == null) {
            throw new IllegalArgumentException("no refusal has the code " + code);
        }
        return refusal;
    }
}
