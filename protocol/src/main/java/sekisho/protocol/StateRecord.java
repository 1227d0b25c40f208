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

    /** A book's checkpoint: who may assert, and how it was founded. */
    record FoundingRow(
            BookId book, RelyingParty customers, RelyingParty staff, boolean production, int walletsPerPerson)
            implements StateRecord {}

    /** A credential of a member of staff. */
    record StaffRow(BookId book, Token credential, long member, PublicKey key) implements StateRecord {}

    /** An issuer of evidence. */
    record IssuerRow(BookId book, int issuer, int kinds, PublicKey key) implements StateRecord {}

    /** A bank's key. */
    record BankKeyRow(BookId book, BankId bank, int number, PublicKey key) implements StateRecord {}

    /** What a kind of evidence is worth. */
    record RuleRow(BookId book, EvidenceKind kind, int ial, int aal, long from, long until) implements StateRecord {}

    /** The tier of an assurance. */
    record TierForRow(BookId book, int ial, int aal, TierId tier) implements StateRecord {}

    /** What an operation needs at least. */
    record FloorRow(BookId book, BankOperation operation, LinkStrength strength, int ial, boolean closeMatch)
            implements StateRecord {}

    /** A rung of the ladder. */
    record RungRow(
            BookId book,
            LinkStrength strength,
            boolean confirmed,
            int place,
            long ageMillis,
            long in24Hours,
            long in30Days)
            implements StateRecord {}

    /** A bank's description. */
    record DescriptionRow(BookId book, BankId bank, Description description) implements StateRecord {}

    /** A method that is stopped for an operation. */
    record StopRow(BookId book, int method, BankOperation operation) implements StateRecord {}

    /** A merchant that sells what is easily sold on. */
    record ResaleRow(BookId book, MerchantId merchant) implements StateRecord {}

    /** A wallet of a person. Place: 0, 1, 2, … in the order in which they were bound. */
    record PersonRow(BookId book, Token person, int place, WalletId wallet) implements StateRecord {}

    /**
     * A wallet that somebody proved something of.
     *
     * @param person {@link Token#NONE} while nobody is bound
     * @param restsUntil no link, payout change or cash-out before it (ms)
     * @param cleanSince since when nothing failed, was objected to or came back (ms), 0 ever
     */
    record IdentityRow(BookId book, WalletId wallet, Token person, long restsUntil, long cleanSince)
            implements StateRecord {

        /** Not clean until now. */
        public IdentityRow cleanFrom(long now) {
            return new IdentityRow(book, wallet, person, restsUntil, now);
        }
    }

    /** The newest evidence of a kind of a person. */
    record EvidenceRow(
            BookId book,
            Token person,
            EvidenceKind kind,
            Token id,
            Token subject,
            long sources,
            long issued,
            long expires)
            implements StateRecord {}

    /** A passkey. Place: 0, 1, 2, … within its wallet. */
    record AuthenticatorRow(
            BookId book,
            WalletId wallet,
            int place,
            Token credential,
            PublicKey key,
            boolean backupEligible,
            boolean backedUp)
            implements StateRecord {}

    /** A token that was used and may not come again. */
    record UsedRow(BookId book, Token token) implements StateRecord {}

    /**
     * A bank account that belongs to a person.
     *
     * @param cleanSince since when nothing failed, was objected to or came back, and it was not locked (ms), 0 ever
     */
    record BankAccountRow(BookId book, BankId bank, Token account, Token person, long cleanSince)
            implements StateRecord {

        /** Not clean until now. */
        public BankAccountRow cleanFrom(long now) {
            return new BankAccountRow(book, bank, account, person, now);
        }
    }

    /**
     * What a link of a founded book rests on.
     *
     * @param nonce what the bank has to send back for {@code purpose}; {@code open}: has still to
     * @param strength when the bank matched
     * @param confirmed whether the holder agreed
     * @param activeAt since when it is active (ms), 0 never
     * @param until when time moves it on (ms), 0 never
     */
    record CheckedLinkRow(
            BookId book,
            OperationId link,
            WalletId wallet,
            BankId bank,
            int method,
            Token session,
            Token nonce,
            boolean open,
            Purpose purpose,
            Token account,
            LinkStrength strength,
            boolean confirmed,
            long activeAt,
            long until)
            implements StateRecord {

        /** Waiting for a new word of the bank. */
        public CheckedLinkRow asking(Token newSession, Token newNonce, Purpose newPurpose) {
            return new CheckedLinkRow(
                    book,
                    link,
                    wallet,
                    bank,
                    method,
                    newSession,
                    newNonce,
                    true,
                    newPurpose,
                    account,
                    strength,
                    confirmed,
                    activeAt,
                    until);
        }

        /** The bank has answered: its word is used up. */
        public CheckedLinkRow answered(Token foundAccount, LinkStrength foundStrength) {
            return new CheckedLinkRow(
                    book,
                    link,
                    wallet,
                    bank,
                    method,
                    session,
                    nonce,
                    false,
                    purpose,
                    foundAccount,
                    foundStrength,
                    confirmed,
                    activeAt,
                    until);
        }

        /** The holder agreed. */
        public CheckedLinkRow agreed() {
            return new CheckedLinkRow(
                    book, link, wallet, bank, method, session, nonce, open, purpose, account, strength, true, activeAt,
                    until);
        }

        /** Active since, and moved on by time at. */
        public CheckedLinkRow at(long since, long next) {
            return new CheckedLinkRow(
                    book, link, wallet, bank, method, session, nonce, open, purpose, account, strength, confirmed,
                    since, next);
        }
    }

    /** Up to which of its links a bank's were looked at again; the next one. */
    record ReviewRow(BookId book, BankId bank, OperationId link) implements StateRecord {}

    /** What was summed in one 15-minute slot of a sliding window. */
    record WindowRow(BookId book, WindowKind kind, Currency currency, Token by, int slot, long amount)
            implements StateRecord {}

    /**
     * A top-up through a checked link that has no end yet.
     *
     * @param slot where it was summed
     * @param fresh whether it counts among those of its bank's new links
     * @param weak whether its money will be young and weak
     */
    record CheckedTopUpRow(
            BookId book,
            OperationId instruction,
            WalletId wallet,
            BankId bank,
            Token account,
            int slot,
            boolean fresh,
            boolean weak)
            implements StateRecord {}

    /**
     * Money that its rail can still pull back. Place: 0 is the oldest.
     *
     * @param until when it is money like any other (ms)
     * @param weak whether it came through a weak link
     */
    record LotRow(
            BookId book,
            WalletId wallet,
            Currency currency,
            int place,
            long amount,
            long until,
            boolean weak,
            Origin origin)
            implements StateRecord {}

    /**
     * Until when money of a wallet that came through weak links is young (ms): what is refunded is young so long, and came from
     * there.
     */
    record WeakUntilRow(BookId book, WalletId wallet, Currency currency, long until, Origin origin)
            implements StateRecord {}

    /** Somebody knocked at the door and is at a bank until then (ms). */
    record VisitRow(
            BookId book,
            OperationId visit,
            BankId bank,
            int method,
            Purpose purpose,
            Token session,
            Token nonce,
            long until)
            implements StateRecord {}

    /**
     * A bank account that is locked against links, or was and its claim was rejected.
     *
     * @param freezes whether money that came from it is held
     * @param since since when it is locked without a break (ms)
     * @param until when time ends it (ms), 0 never
     * @param rejected whether a claim was rejected: nothing freezes by itself again
     */
    record LockRow(
            BookId book,
            BankId bank,
            Token account,
            LockStatus status,
            boolean freezes,
            long since,
            long until,
            boolean rejected)
            implements StateRecord {}
}
