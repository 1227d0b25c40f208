package sekisho.protocol;

import org.jspecify.annotations.Nullable;

/** Every kind of outcome with its code on the wire and in snapshots (for life), and the way back from the compact form. */
public enum OutcomeKind {
    REFUSED(1, (c, a, b) -> new Refused(Refusal.ofCode((int) a), b)),
    REPEATED(2, (c, a, b) -> new Repeated(a, b)),
    WALLET_OPENED(3, (c, a, b) -> new WalletOutcome.Opened()),
    WALLET_CURRENCY_ADDED(4, (c, a, b) -> new WalletOutcome.CurrencyAdded()),
    WALLET_FROZEN(5, (c, a, b) -> new WalletOutcome.Frozen(FreezeScope.ofCode((int) a))),
    WALLET_UNFROZEN(6, (c, a, b) -> new WalletOutcome.Unfrozen(FreezeScope.ofCode((int) a))),
    WALLET_CLOSED(7, (c, a, b) -> new WalletOutcome.Closed()),
    WALLET_TIER_SET(8, (c, a, b) -> new WalletOutcome.TierSet()),
    WALLET_FLOOR_SET(9, (c, a, b) -> new WalletOutcome.FloorSet()),
    MERCHANT_OPENED(10, (c, a, b) -> new MerchantOutcome.Opened()),
    MERCHANT_FROZEN(11, (c, a, b) -> new MerchantOutcome.Frozen(FreezeScope.ofCode((int) a))),
    MERCHANT_UNFROZEN(12, (c, a, b) -> new MerchantOutcome.Unfrozen(FreezeScope.ofCode((int) a))),
    MERCHANT_CLOSED(13, (c, a, b) -> new MerchantOutcome.Closed()),
    TRANSFER_SENT(14, (c, a, b) -> new TransferOutcome.Sent(new Money(a, c), b)),
    PAYMENT_AUTHORISED(15, (c, a, b) -> new PaymentOutcome.Authorised(new Money(a, c), b)),
    PAYMENT_CAPTURED(16, (c, a, b) -> new PaymentOutcome.Captured(new Money(a, c), b)),
    PAYMENT_VOIDED(17, (c, a, b) -> new PaymentOutcome.Voided(new Money(a, c))),
    PAYMENT_PAID(18, (c, a, b) -> new PaymentOutcome.Paid(new Money(a, c), b)),
    PAYMENT_REFUNDED(19, (c, a, b) -> new PaymentOutcome.Refunded(new Money(a, c), b)),
    TOP_UP_STARTED(20, (c, a, b) -> new TopUpOutcome.Started(new Money(a, c))),
    TOP_UP_BOOKED(21, (c, a, b) -> new TopUpOutcome.Booked(new Money(a, c), b)),
    CASH_OUT_STARTED(22, (c, a, b) -> new CashOutOutcome.Started(new Money(a, c))),
    CASH_OUT_BOOKED(23, (c, a, b) -> new CashOutOutcome.Booked(new Money(a, c), b)),
    INSTRUCTION_CLAIMED(24, (c, a, b) -> new InstructionOutcome.Claimed(new Money(a, c), b)),
    INSTRUCTION_BOOKED(25, (c, a, b) -> new InstructionOutcome.Booked(new Money(a, c))),
    INSTRUCTION_BOOKED_TO_SUSPENSE(26, (c, a, b) -> new InstructionOutcome.BookedToSuspense(new Money(a, c))),
    INSTRUCTION_RELEASED(27, (c, a, b) -> new InstructionOutcome.Released(new Money(a, c))),
    INSTRUCTION_DOUBTED(28, (c, a, b) -> new InstructionOutcome.Doubted(new Money(a, c), b)),
    INSTRUCTION_ALREADY_KNOWN(29, (c, a, b) -> new InstructionOutcome.AlreadyKnown(InstructionStatus.of((int) a))),
    INSTRUCTION_CONTRADICTED(30, (c, a, b) -> new InstructionOutcome.Contradicted(InstructionStatus.of((int) a))),
    LINK_REQUESTED(31, (c, a, b) -> new LinkOutcome.Requested()),
    LINK_ACTIVATED(32, (c, a, b) -> new LinkOutcome.Activated()),
    LINK_CLOSED(33, (c, a, b) -> new LinkOutcome.Closed()),
    BANK_REGISTERED(34, (c, a, b) -> new BankOutcome.Registered()),
    BANK_SUSPENDED(35, (c, a, b) -> new BankOutcome.Suspended(a)),
    BANK_REOPENED(36, (c, a, b) -> new BankOutcome.Reopened()),
    BANK_SWEPT(37, (c, a, b) -> new BankOutcome.Swept(new Money(a, c), b)),
    BANK_ARRIVED(38, (c, a, b) -> new BankOutcome.Arrived(new Money(a, c), b)),
    LEDGER_BOOKED(39, (c, a, b) -> new LedgerOutcome.Booked(a)),
    LEDGER_HELD(40, (c, a, b) -> new LedgerOutcome.Held(a)),
    LEDGER_POSTED(41, (c, a, b) -> new LedgerOutcome.Posted(a)),
    LEDGER_RELEASED(42, (c, a, b) -> new LedgerOutcome.Released()),
    SETTINGS_APPLIED(43, (c, a, b) -> new SettingsOutcome.Applied()),
    INSTRUCTION_WITHDRAWN(44, (c, a, b) -> new InstructionOutcome.Withdrawn(new Money(a, c))),
    TRUST_APPLIED(45, (c, a, b) -> new TrustOutcome.Applied()),
    IDENTITY_ACCEPTED(46, (c, a, b) -> new IdentityOutcome.Accepted((int) a, (int) b)),
    CHECKPOINT_MOVED(47, (c, a, b) -> new CheckpointOutcome.Moved(LinkStatus.of((int) a), b)),
    CHECKPOINT_DENIED(48, (c, a, b) -> new CheckpointOutcome.Denied(Refusal.ofCode((int) a))),
    CHECKPOINT_EXPECTED(49, (c, a, b) -> new CheckpointOutcome.Expected(a)),
    CHECKPOINT_LOCKED(50, (c, a, b) -> new CheckpointOutcome.Locked(LockStatus.of((int) a), b));

    private static final @Nullable OutcomeKind[] BY_CODE = new @Nullable OutcomeKind[51];

    static {
        for (OutcomeKind kind : values()) {
            BY_CODE[kind.code] = kind;
        }
    }

    /** Makes an outcome of its compact form. */
    private interface Reader {
        Outcome read(Currency currency, long first, long second);
    }

    private final int code;
    private final Reader reader;

    OutcomeKind(int code, Reader reader) {
        this.code = code;
        this.reader = reader;
    }

    public int code() {
        return code;
    }

    /** The outcome with this compact form. */
    public Outcome outcome(Currency currency, long first, long second) {
        return reader.read(currency, first, second);
    }

    public static OutcomeKind ofCode(int code) {
        OutcomeKind kind = code > 0 && code < BY_CODE.length ? BY_CODE[code] : null;
        if (kind == null) {
            throw new IllegalArgumentException("no outcome has the code " + code);
        }
        return kind;
    }
}
