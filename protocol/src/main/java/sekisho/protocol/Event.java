package sekisho.protocol;

/** One thing that a command, or the passing of time, changed. Events come in the order of the changes. */
public sealed interface Event {

    /**
     * One change of one account.
     *
     * @param sequence 1, 2, 3, … within the account, over all kinds of entries
     * @param amount at least 1 minor unit
     * @param balance the posted balance after it, in the account's normal direction
     */
    record Entry(AccountKey account, long sequence, EntryKind kind, Side side, long amount, long balance)
            implements Event {}

    /** The entries of this request took effect at another time than they were booked (ms). Comes before them. */
    record Effective(long at) implements Event {}

    /** The entries of this request take back what that operation did. Comes before them. */
    record Reverses(OperationId operation) implements Event {}

    /** A hold began: until {@code expiresAt} (ms), 0 for ever. */
    record HoldOpened(OperationId hold, long expiresAt) implements Event {}

    /** A hold ended. */
    record HoldClosed(OperationId hold, HoldEnd end) implements Event {}

    /** A payment changed. Refundable: captured less refunded. */
    record PaymentChanged(OperationId payment, PaymentStatus status, long refundable) implements Event {}

    /**
     * An instruction to a bank changed.
     *
     * @param operation {@link BankOperation#TOP_UPS} or {@link BankOperation#CASH_OUTS}
     * @param until claimed: the lease ends; in doubt: the bank is asked again; else 0 (ms)
     */
    record InstructionChanged(
            OperationId instruction,
            InstructionStatus status,
            BankOperation operation,
            BankId bank,
            WalletId wallet,
            OperationId link,
            Money amount,
            long until)
            implements Event {}

    /** It is time to ask the bank what became of this instruction. */
    record EnquiryDue(OperationId instruction, BankId bank, int attempt) implements Event {}

    /** A bank contradicted itself: a person must look. */
    record BankContradiction(OperationId instruction, BankId bank, InstructionStatus said, InstructionStatus before)
            implements Event {}

    /** A link changed. */
    record LinkChanged(OperationId link, WalletId wallet, BankId bank, LinkStatus status) implements Event {}

    /** A wallet or merchant changed: {@code kind} says which; tier 0 for merchants. */
    record HolderChanged(AccountKind kind, long holder, boolean closed, FreezeScope frozen, int tier)
            implements Event {}

    /** A bank's switch was set. */
    record BankChanged(BankId bank, BankOperation operation, boolean open, int reason) implements Event {}

    /** A bank's contradiction left less money than e-money: the operator has to fund the difference. */
    record SafeguardingShortfall(Currency currency, long outstanding, long held) implements Event {}

    /** The clock jumped: everything is refused until the time is confirmed. */
    record ClockHalted(long trusted, long stamp) implements Event {}

    /** What a book trusts changed: {@code high} and {@code low} name it, by kind. */
    record TrustChanged(TrustKind kind, long high, long low, boolean trusted) implements Event {}

    /** Evidence was accepted: the wallet's assurance after it. */
    record EvidenceAccepted(WalletId wallet, Token person, EvidenceKind kind, Token id, long expires, int ial, int aal)
            implements Event {}

    /** Time took evidence away: the wallet's assurance after it. */
    record AssuranceChanged(WalletId wallet, int ial, int aal) implements Event {}

    /** A passkey was added or taken away. Rests until (ms): before it no link, payout change or cash-out. */
    record AuthenticatorChanged(WalletId wallet, Token credential, boolean added, long restsUntil) implements Event {}

    /**
     * A link of a founded book moved on; follows its {@link LinkChanged}.
     *
     * @param reason a code of {@link LinkReason}
     * @param until when time moves it on (ms), 0 never
     */
    record LinkMoved(
            OperationId link,
            WalletId wallet,
            BankId bank,
            LinkStatus status,
            LinkStrength strength,
            LinkReason reason,
            long until)
            implements Event {}

    /** Somebody failed to prove an account theirs; counted by account, wallet and bank. */
    record TryFailed(OperationId link, WalletId wallet, BankId bank, Token account, int reason) implements Event {}

    /** Somebody at the door failed to prove an account theirs; counted by account and bank. */
    record DoorFailed(OperationId visit, BankId bank, Token account, int reason) implements Event {}

    /**
     * A bank account's lock changed: its holder has to be told.
     *
     * @param freezes whether money that came from it is held
     * @param until when time ends it (ms), 0 never
     */
    record LockMoved(BankId bank, Token account, LockStatus status, LockReason reason, boolean freezes, long until)
            implements Event {}
}
