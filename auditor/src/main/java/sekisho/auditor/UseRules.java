package sekisho.auditor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.BankOperation;
import sekisho.protocol.BookId;
import sekisho.protocol.Currency;
import sekisho.protocol.LinkStrength;
import sekisho.protocol.Money;
import sekisho.protocol.OperationId;
import sekisho.protocol.Origin;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.StateRecord.BankAccountRow;
import sekisho.protocol.StateRecord.CheckedLinkRow;
import sekisho.protocol.StateRecord.CheckedTopUpRow;
import sekisho.protocol.StateRecord.DescriptionRow;
import sekisho.protocol.StateRecord.InstructionRow;
import sekisho.protocol.StateRecord.LotRow;
import sekisho.protocol.StateRecord.RungRow;
import sekisho.protocol.Token;
import sekisho.protocol.WindowKind;

/** Section 8, "What may come and go through a link". */
final class UseRules {

    private static final long THIRTY_DAYS = 2_592_000_000L;

    private final State state;
    private final FoundedTables tables;
    private final FloorRules floors;
    private final WindowSums windows;
    private final Purses purses;
    private final CleanRules clean;

    UseRules(State state, FloorRules floors, WindowSums windows, Purses purses) {
        this.state = state;
        this.floors = floors;
        this.windows = windows;
        this.purses = purses;
        clean = new CleanRules(state);
        tables = state.founded;
    }

    private boolean looksAt(BookId book, Currency currency) {
        return tables.founded(book) && !state.currencies.get(currency).test();
    }

    @Nullable
    Refused notUsable(BookId book, OperationId id, BankOperation operation, Money amount) {
        if (!looksAt(book, amount.currency())) {
            return null;
        }
        CheckedLinkRow link = tables.links.find(new Keys.Started(book, id));
        if (link == null) {
            return new Refused(Refusal.LINK_NEEDS_CHECKPOINT);
        }
        return Check.first(
                () -> floors.stopped(book, link.method(), operation),
                () -> floors.tooWeak(book, operation, floors.strength(link)),
                () -> floors.unverified(book, operation, link.wallet()),
                () -> Check.when(locked(link), Refusal.ACCOUNT_LOCKED),
                () -> operation == BankOperation.TOP_UPS ? tooMuch(link, amount) : notOwn(link));
    }

    private @Nullable Refused notOwn(CheckedLinkRow link) {
        BankAccountRow account = tables.accounts.find(List.of(link.book(), link.bank(), link.account()));
        boolean own = account != null
                && account.person().names()
                && account.person().equals(floors.person(link.book(), link.wallet()));
        return Check.when(!own, Refusal.LINK_OF_ANOTHER_PERSON);
    }

    private @Nullable Refused tooMuch(CheckedLinkRow link, Money amount) {
        DescriptionRow row = tables.descriptions.find(new Keys.Bank(link.book(), link.bank()));
        if (row == null) {
            return new Refused(Refusal.BANK_NOT_DESCRIBED);
        }
        long minorUnits = amount.minorUnits();
        long exposed = row.description().newLinksIn24Hours()
                - windows.inDay(window(link, WindowKind.BANK_NEW_LINKS, amount.currency()));
        return Check.first(
                () -> Check.when(
                        minorUnits > row.description().perTopUp(),
                        Refusal.OVER_BANK_LIMIT,
                        row.description().perTopUp()),
                () -> overRung(link, WindowKind.ACCOUNT_TOP_UPS, Refusal.OVER_LADDER_ACCOUNT, amount),
                () -> overRung(link, WindowKind.WALLET_TOP_UPS, Refusal.OVER_LADDER_WALLET, amount),
                () -> overRung(link, WindowKind.PERSON_TOP_UPS, Refusal.OVER_LADDER_PERSON, amount),
                () -> Check.when(
                        fresh(link) && minorUnits > exposed, Refusal.OVER_BANK_EXPOSURE, Math.max(0, exposed)));
    }

    private @Nullable Refused overRung(CheckedLinkRow link, WindowKind kind, Refusal reason, Money amount) {
        long day = 0;
        long month = 0;
        long oldest = -1;
        for (int place = 0; place <= 3; place++) {
            RungRow rung = tables.rungs.find(List.of(link.book(), floors.strength(link), link.confirmed(), place));
            if (rung != null && clean.from(link) + rung.ageMillis() <= state.now.get() && rung.ageMillis() >= oldest) {
                day = rung.in24Hours();
                month = rung.in30Days();
                oldest = rung.ageMillis();
            }
        }
        FoundedTables.Window window = window(link, kind, amount.currency());
        long left = Math.max(0, Math.min(day - windows.inDay(window), month - windows.inThirtyDays(window)));
        return Check.when(amount.minorUnits() > left, reason, left);
    }

    private boolean fresh(CheckedLinkRow link) {
        return state.now.get() < link.activeAt() + THIRTY_DAYS;
    }

    private FoundedTables.Window window(CheckedLinkRow link, WindowKind kind, Currency currency) {
        Token by = switch (kind) {
            case ACCOUNT_TOP_UPS, ACCOUNT_FAILURES -> link.account();
            case PERSON_TOP_UPS -> floors.person(link.book(), link.wallet());
            case WALLET_TOP_UPS, WALLET_FAILURES -> new Token(0, link.wallet().value());
            case BANK_NEW_LINKS, BANK_FAILURES -> new Token(0, link.bank().code());
        };
        return new FoundedTables.Window(link.book(), kind, currency, by);
    }

    private void sum(CheckedLinkRow link, Currency currency, int slot, long amount, boolean fresh) {
        windows.add(window(link, WindowKind.ACCOUNT_TOP_UPS, currency), slot, amount);
        windows.add(window(link, WindowKind.PERSON_TOP_UPS, currency), slot, amount);
        windows.add(window(link, WindowKind.WALLET_TOP_UPS, currency), slot, amount);
        if (fresh) {
            windows.add(window(link, WindowKind.BANK_NEW_LINKS, currency), slot, amount);
        }
    }

    /** A top-up was accepted. */
    void topUp(BookId book, OperationId id, OperationId self, Money amount) {
        CheckedLinkRow link = looksAt(book, amount.currency()) ? tables.links.find(new Keys.Started(book, id)) : null;
        if (link == null) {
            return;
        }
        int slot = windows.slotNow();
        sum(link, amount.currency(), slot, amount.minorUnits(), fresh(link));
        boolean weak = !link.confirmed() && floors.strength(link).compareTo(LinkStrength.TWO_FACTOR) < 0;
        tables.topUps.put(
                new Keys.Started(book, self),
                new CheckedTopUpRow(book, self, link.wallet(), link.bank(), link.account(), slot, fresh(link), weak));
    }

    /** It did not happen. */
    void undone(InstructionRow row) {
        Keys.Started key = new Keys.Started(row.book(), row.instruction());
        CheckedTopUpRow topUp = tables.topUps.find(key);
        if (topUp == null) {
            return;
        }
        Currency currency = row.amount().currency();
        long amount = -row.amount().minorUnits();
        Token person = floors.person(row.book(), row.wallet());
        take(row.book(), WindowKind.ACCOUNT_TOP_UPS, currency, topUp.account(), topUp.slot(), amount);
        take(row.book(), WindowKind.PERSON_TOP_UPS, currency, person, topUp.slot(), amount);
        Token wallet = new Token(0, row.wallet().value());
        take(row.book(), WindowKind.WALLET_TOP_UPS, currency, wallet, topUp.slot(), amount);
        if (topUp.fresh()) {
            Token bank = new Token(0, row.bank().code());
            take(row.book(), WindowKind.BANK_NEW_LINKS, currency, bank, topUp.slot(), amount);
        }
        tables.topUps.remove(key);
    }

    private void take(BookId book, WindowKind kind, Currency currency, Token by, int slot, long amount) {
        windows.add(new FoundedTables.Window(book, kind, currency, by), slot, amount);
    }

    /** Its money is there: in the wallet, or in suspense. */
    void arrived(InstructionRow row, boolean inWallet) {
        Keys.Started key = new Keys.Started(row.book(), row.instruction());
        CheckedTopUpRow topUp = tables.topUps.find(key);
        if (topUp == null) {
            return;
        }
        DescriptionRow bank = tables.descriptions.find(new Keys.Bank(row.book(), row.bank()));
        long rail = bank == null ? 0 : bank.description().pullBackMillis();
        long pullBack = topUp.weak() ? Math.max(rail, THIRTY_DAYS) : rail;
        if (inWallet) {
            purses.add(new LotRow(
                    row.book(),
                    row.wallet(),
                    row.amount().currency(),
                    0,
                    row.amount().minorUnits(),
                    state.now.get() + pullBack,
                    topUp.weak(),
                    new Origin(topUp.bank().code(), topUp.account())));
        }
        tables.topUps.remove(key);
    }

    /** A bank did not make a top-up, or took it back. */
    void cameBack(InstructionRow row) {
        if (row.operation() == BankOperation.TOP_UPS) {
            clean.spoilt(row);
        }
    }

    private boolean locked(CheckedLinkRow link) {
        var account = new LockRules.Account(link.book(), link.bank(), link.account());
        return tables.holding(account, state.now.get()) != null;
    }

    /** Why an instruction that still waits may not go on: its method was stopped, or its account locked; or null. */
    @Nullable
    Refused stopped(InstructionRow row) {
        CheckedLinkRow link =
                tables.founded(row.book()) ? tables.links.find(new Keys.Started(row.book(), row.link())) : null;
        return link == null
                ? null
                : Check.first(
                        () -> floors.stopped(row.book(), link.method(), row.operation()),
                        () -> Check.when(locked(link), Refusal.ACCOUNT_LOCKED));
    }
}
