package sekisho.protocol;

import java.util.List;

/**
 * One row of the engine's state, as a snapshot holds it. The records of a state are the whole of it: an engine restored
 * from them, in the order in which they were exported, answers like the one they were taken from. Sums and indexes that
 * follow from them are left out.
 */
public sealed interface StateRecord {

    /** What there is one of. Sequences: the last number that was given out. Day: YYYYMMDD, 0 before the first. */
    record Engine(
            long now,
            boolean halted,
            int behaviourVersion,
            int day,
            long journalCapacity,
            long deadlineSequence,
            long instructionSequence)
            implements StateRecord {}

    /** A currency. */
    record CurrencyRow(Currency currency, int exponent, boolean test) implements StateRecord {}

    /** A tier's limit for one operation. */
    record LimitRow(BookId book, TierId tier, Currency currency, Operation operation, Limit limit)
            implements StateRecord {}

    /** How much a wallet of a tier may hold. */
    record CapRow(BookId book, TierId tier, Currency currency, long cap) implements StateRecord {}

    /** Who owns accounts: a wallet, a merchant, a bank or the house. Tier: 0 for all but wallets. */
    record HolderRow(BookId book, AccountKind kind, long owner, int tier, FreezeScope frozen, boolean closed)
            implements StateRecord {}

    /**
     * An account. Place: 0, 1, 2, … in the order in which its holder's accounts were opened.
     *
     * @param floor 0 for all but wallets
     */
    record AccountRow(
            AccountKey key,
            int place,
            int code,
            long userData,
            long floor,
            long debitsPosted,
            long creditsPosted,
            long debitsPending,
            long creditsPending,
            long sequence)
            implements StateRecord {}

    /** What a wallet used of a limit in the day (YYYYMMDD) of its last use and in the month of that day. */
    record UsageRow(
            BookId book, WalletId wallet, Currency currency, Operation operation, int day, long inDay, long inMonth)
            implements StateRecord {}

    /** What a wallet used of a limit in one 15-minute slot of the sliding windows. */
    record UsageSlotRow(BookId book, WalletId wallet, Currency currency, Operation operation, int slot, long amount)
            implements StateRecord {}

    /**
     * A bank.
     *
     * @param withdrawnTopUps unclaimed top-ups up to this instruction sequence are withdrawn; likewise cash-outs
     */
    record BankRow(
            BookId book,
            BankId bank,
            boolean linksOpen,
            boolean topUpsOpen,
            boolean cashOutsOpen,
            long withdrawnTopUps,
            long withdrawnCashOuts)
            implements StateRecord {}

    /** A link. Place: 0, 1, 2, … in the order in which its wallet's remembered links were requested. */
    record LinkRow(
            BookId book, WalletId wallet, OperationId link, int place, BankId bank, LinkStatus status, long evidence)
            implements StateRecord {}

    /** An operator's hold. */
    record HoldRow(BookId book, OperationId hold, long expiresAt, List<Line> lines) implements StateRecord {
        public HoldRow {
            lines = List.copyOf(lines);
        }
    }

    /**
     * When a limited amount was booked, so that it can be released.
     *
     * @param counted whether it was counted at all; the rest is 0 if not
     * @param slot of the sliding windows
     * @param day the calendar day (YYYYMMDD), and by it the month
     */
    record Booked(boolean counted, int slot, int day) {

        /** Nothing was counted. */
        public static final Booked UNCOUNTED = new Booked(false, 0, 0);
    }

    /**
     * A payment.
     *
     * @param amount held while authorised; afterwards what was captured, 0 if nothing
     * @param refundable captured less refunded
     * @param refundableFee the fee captured less the fee refunded
     * @param expiresAt of the authorisation; 0 for one that was paid at once
     */
    record PaymentRow(
            BookId book,
            OperationId payment,
            WalletId wallet,
            MerchantId merchant,
            Money amount,
            PaymentStatus status,
            long refundable,
            long refundableFee,
            long expiresAt,
            Booked booked)
            implements StateRecord {}

    /** An instruction to a bank. Sequence: its place among all instructions ever started. */
    record InstructionRow(
            BookId book,
            OperationId instruction,
            long sequence,
            BankOperation operation,
            BankId bank,
            WalletId wallet,
            OperationId link,
            Money amount,
            InstructionStatus status,
            long until,
            int attempt,
            Booked booked)
            implements StateRecord {}

    /** A deadline, to be taken in the order of (at, sequence). */
    record DeadlineRow(long at, long sequence, DeadlineKind kind, BookId book, OperationId subject, long owner)
            implements StateRecord {}

    /** A remembered answer, in its compact form. */
    record AnswerRow(
            ClientId client,
            RequestId id,
            long contentHash,
            OutcomeKind kind,
            Currency currency,
            long first,
            long second)
            implements StateRecord {}

    /** How far a stream was applied. */
    record StreamRow(ClientId client, long stream, long last, long chainHash) implements StateRecord {}

    /** An operation that a posting has reversed. */
    record ReversalRow(BookId book, OperationId operation) implements StateRecord {}
}
