package sekisho.simulation;

import java.util.List;
import sekisho.auditor.Glance;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BankId;
import sekisho.protocol.BookId;
import sekisho.protocol.Currency;
import sekisho.protocol.FreezeScope;
import sekisho.protocol.MerchantId;
import sekisho.protocol.Money;
import sekisho.protocol.OperationId;
import sekisho.protocol.TierId;
import sekisho.protocol.WalletId;

/** Who and what there is to make requests about, and how it is chosen. */
final class World {

    static final List<BookId> BOOKS = List.of(new BookId(1), new BookId(65_535));
    /** A book whose checkpoint is founded. */
    static final BookId GUARDED = new BookId(77);

    static final Currency TEST = Currency.of("TSA");
    static final Currency OTHER = Currency.of("TSB");
    static final Currency HUGE = Currency.of("TSH");
    static final Currency UNKNOWN = Currency.of("XXX");
    static final List<BankId> BANKS = List.of(new BankId(1), new BankId(33), new BankId(9_999));
    static final BankId UNKNOWN_BANK = new BankId(4_321);
    static final TierId TIGHT = new TierId(1);
    static final TierId LOOSE = new TierId(2);
    static final TierId FREE = new TierId(3);
    static final TierId UNCOUNTED = new TierId(4);
    static final TierId NOTHING = new TierId(255);
    /** Wallets and merchants with numbers up to this have accounts for huge amounts. */
    static final int HUGE_OWNERS = 3;

    static final int FIRST_WALLETS = 36;
    static final int FIRST_MERCHANTS = 8;

    final Chance chance;
    final Glance glance;
    private final int[] wallets = {FIRST_WALLETS, FIRST_WALLETS / 2};
    private final int[] merchants = {FIRST_MERCHANTS, FIRST_MERCHANTS / 2};
    private int farewells;

    World(Chance chance, Glance glance) {
        this.chance = chance;
        this.glance = glance;
    }

    /** The time that the engine trusts (ms). */
    long now() {
        return glance.now();
    }

    BookId book() {
        return BOOKS.get(chance.onceIn(4) ? 1 : 0);
    }

    private static int index(BookId book) {
        return BOOKS.indexOf(book);
    }

    int wallets(BookId book) {
        return book.equals(GUARDED) ? FoundedSetup.WALLETS : wallets[index(book)];
    }

    int merchants(BookId book) {
        return book.equals(GUARDED) ? FoundedSetup.MERCHANTS : merchants[index(book)];
    }

    WalletId wallet(BookId book) {
        if (chance.onceIn(60)) {
            return new WalletId(chance.of(Long.MAX_VALUE, 999_999_999L, wallets(book) + 1L));
        }
        return new WalletId(chosen(book, AccountKind.WALLET, wallets(book)));
    }

    /** One of the first so many, low numbers far more often, and rather one that is active. */
    private long chosen(BookId book, AccountKind kind, int bound) {
        long number = 1L + chance.skewed(bound);
        for (int tries = 0; tries < 2 && !active(book, kind, number); tries++) {
            number = 1L + chance.skewed(bound);
        }
        return number;
    }

    /** Open and not frozen. */
    private boolean active(BookId book, AccountKind kind, long owner) {
        return glance.holder(book, kind, owner)
                .filter(row -> !row.closed() && row.frozen() == FreezeScope.NONE)
                .isPresent();
    }

    MerchantId merchant(BookId book) {
        return chance.onceIn(60)
                ? new MerchantId(chance.of(Long.MAX_VALUE, merchants(book) + 1L))
                : new MerchantId(chosen(book, AccountKind.MERCHANT, merchants(book)));
    }

    /** A wallet or merchant that is frozen, if luck has it. */
    long frozen(BookId book, AccountKind kind) {
        int bound = kind == AccountKind.WALLET ? wallets(book) : merchants(book);
        long owner = 1L + chance.below(bound);
        for (int tries = 0; tries < 12 && active(book, kind, owner); tries++) {
            owner = 1L + chance.below(bound);
        }
        return owner;
    }

    /** A number for a new wallet; now and then one that is taken. */
    WalletId newWallet(BookId book) {
        return new WalletId(chance.onceIn(8) ? 1 : nextNumber(book, AccountKind.WALLET, wallets));
    }

    MerchantId newMerchant(BookId book) {
        return new MerchantId(nextNumber(book, AccountKind.MERCHANT, merchants));
    }

    /** The number after the last one; it is the last one as soon as it is there. */
    private long nextNumber(BookId book, AccountKind kind, int[] last) {
        int index = index(book);
        if (glance.holder(book, kind, last[index] + 1L).isPresent()) {
            last[index]++;
        }
        return last[index] + 1L;
    }

    BankId bank() {
        return chance.onceIn(40) ? UNKNOWN_BANK : BANKS.get(chance.skewed(BANKS.size()));
    }

    TierId tier() {
        return chance.onceIn(15) ? NOTHING : chance.of(TIGHT, TIGHT, LOOSE, LOOSE, FREE, UNCOUNTED);
    }

    Currency currency() {
        int roll = chance.below(100);
        return roll < 48 ? Currency.JPY : roll < 90 ? TEST : roll < 96 ? OTHER : roll < 99 ? HUGE : UNKNOWN;
    }

    /** A currency that the wallet most likely has. */
    Currency currencyOf(BookId book, WalletId wallet) {
        Currency currency = currency();
        for (int tries = 0;
                tries < 3
                        && glance.account(AccountKey.wallet(book, wallet, currency))
                                .isEmpty();
                tries++) {
            currency = currency();
        }
        return currency;
    }

    /** An amount that may be just possible, just impossible, or anything. */
    Money amount(AccountKey payer) {
        long spendable = payer.kind().customer() || payer.kind().funds() ? glance.spendable(payer) : 0;
        return new Money(minorUnits(spendable, payer.currency()), payer.currency());
    }

    /** The same for money that comes in through a bank: huge amounts through the first only, so that sums stay in range. */
    Money amountThrough(BankId bank, AccountKey account) {
        Money amount = amount(account);
        return account.currency().equals(HUGE) && !bank.equals(BANKS.getFirst())
                ? new Money(1 + chance.below(1_000), HUGE)
                : amount;
    }

    private long minorUnits(long spendable, Currency currency) {
        if (currency.equals(HUGE) && chance.percent(70)) {
            return Money.MAX - chance.below(3);
        }
        long wanted = switch (chance.below(16)) {
            case 0 -> 1;
            case 1 -> spendable;
            case 2 -> spendable + 1;
            case 3 -> 1 + chance.below(Math.max(1, 2 * Math.min(spendable, Money.MAX)));
            case 4 -> chance.magnitude(Money.MAX);
            case 5 -> Math.max(1, spendable / 2);
            case 6, 7, 8, 9 -> chance.magnitude(20_000);
            default -> 100L * (1 + chance.skewed(80));
        };
        return Math.clamp(wanted, 1, Money.MAX);
    }

    OperationId unknownOperation() {
        return chance.of(new OperationId(chance.next(), chance.next()), OperationId.NONE);
    }

    /** A wallet or merchant to close: an empty one, unless so many are closed that the world becomes empty itself. */
    long leaving(BookId book, AccountKind kind) {
        int bound = 1 + (kind == AccountKind.WALLET ? wallets(book) : merchants(book));
        long owner = 1L + chance.below(bound);
        boolean emptied = farewells * 4 > wallets[0] + wallets[1];
        for (int tries = 0; tries < 12 && glance.empty(book, kind, owner) == emptied; tries++) {
            owner = 1L + chance.below(bound);
        }
        return owner;
    }

    /** Somebody left for good. */
    void left() {
        farewells++;
    }
}
