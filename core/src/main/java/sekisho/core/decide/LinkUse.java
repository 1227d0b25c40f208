package sekisho.core.decide;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.core.checkpoint.CheckedLinks;
import sekisho.core.checkpoint.Locks;
import sekisho.core.checkpoint.Lots;
import sekisho.core.checkpoint.Windows;
import sekisho.core.ledger.Accounts;
import sekisho.core.ledger.Books;
import sekisho.core.ledger.Currencies;
import sekisho.core.ledger.Holders;
import sekisho.core.limits.Slots;
import sekisho.core.state.State;
import sekisho.core.trust.Trust;
import sekisho.protocol.BankOperation;
import sekisho.protocol.BookId;
import sekisho.protocol.Currency;
import sekisho.protocol.LinkStrength;
import sekisho.protocol.MerchantId;
import sekisho.protocol.Money;
import sekisho.protocol.OperationId;
import sekisho.protocol.Origin;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.StateRecord.CheckedLinkRow;
import sekisho.protocol.StateRecord.CheckedTopUpRow;
import sekisho.protocol.StateRecord.DescriptionRow;
import sekisho.protocol.StateRecord.RungRow;
import sekisho.protocol.Token;
import sekisho.protocol.WalletId;
import sekisho.protocol.WindowKind;

/** What may come and go through a link of a founded book in a real currency: floors, ladder, exposure, age of money. */
final class LinkUse {

    private static final int RUNGS = 4;

    /** How long money that came through a weak link is young at least (ms): 30 days, until a statement has told its holder. */
    private static final long WEAK_MILLIS = 30L * 86_400_000;

    private final Bench bench;
    private final Floors floors;
    private final CleanTime clean;
    private final Trust trust;
    private final CheckedLinks checked;
    private final Windows windows;
    private final Locks locks;
    private final Lots lots;
    private final Holders holders;
    private final Accounts accounts;
    private final Currencies currencies;

    LinkUse(Bench bench, Floors floors) {
        this.bench = bench;
        this.floors = floors;
        clean = new CleanTime(bench);
        State state = bench.state();
        trust = state.trust();
        checked = state.checkedLinks();
        windows = state.windows();
        locks = state.locks();
        lots = state.lots();
        holders = state.holders();
        accounts = state.accounts();
        currencies = state.currencies();
    }

    /** Whether the checkpoint looks at this money. */
    boolean guards(BookId book, Currency currency) {
        return trust.guarded(book.value()) && !currencies.test(currency);
    }

    /** Why nothing may come through this link now, or not so much; or null. */
    @Nullable
    Refused refusesTopUp(BookId book, OperationId id, Money amount) {
        if (!guards(book, amount.currency())) {
            return null;
        }
        CheckedLinkRow link = checked.get(book, id);
        Refused refused = refusesUse(book, link, BankOperation.TOP_UPS);
        if (refused != null || link == null) {
            return refused;
        }
        DescriptionRow row = trust.description(book, link.bank());
        if (row == null) {
            return new Refused(Refusal.BANK_NOT_DESCRIBED);
        }
        long minorUnits = amount.minorUnits();
        if (minorUnits > row.description().perTopUp()) {
            return new Refused(Refusal.OVER_BANK_LIMIT, row.description().perTopUp());
        }
        Refused over = refusesLadder(link, amount);
        if (over != null || !fresh(link)) {
            return over;
        }
        long used = windows.in24Hours(newLinks(link, amount.currency()));
        long most = row.description().newLinksIn24Hours();
        return minorUnits > most - used ? new Refused(Refusal.OVER_BANK_EXPOSURE, Math.max(0, most - used)) : null;
    }

    /** Why what was started through a link may not go on: its method was stopped since, or its account locked; or null. */
    @Nullable
    Refusal stops(BookId book, OperationId id, BankOperation operation) {
        CheckedLinkRow link = trust.founded(book.value()) ? checked.get(book, id) : null;
        if (link == null) {
            return null;
        }
        if (trust.stopped(book, link.method(), operation)) {
            return Refusal.METHOD_STOPPED;
        }
        return locked(link) ? Refusal.ACCOUNT_LOCKED : null;
    }

    private boolean locked(CheckedLinkRow link) {
        return locks.holding(link.book(), link.bank(), link.account()) != null;
    }

    private @Nullable Refused refusesUse(BookId book, @Nullable CheckedLinkRow link, BankOperation operation) {
        if (link == null) {
            return new Refused(Refusal.LINK_NEEDS_CHECKPOINT);
        }
        Refused refused = floors.refuses(book, link.method(), operation);
        if (refused == null) {
            refused = floors.refuses(book, operation, floors.strength(link));
        }
        if (refused == null) {
            refused = floors.refuses(book, operation, link.wallet());
        }
        return refused == null && locked(link) ? new Refused(Refusal.ACCOUNT_LOCKED) : refused;
    }

    private @Nullable Refused refusesLadder(CheckedLinkRow link, Money amount) {
        RungRow rung = rung(link);
        long most24Hours = rung == null ? 0 : rung.in24Hours();
        long most30Days = rung == null ? 0 : rung.in30Days();
        WindowKind[] kinds = {WindowKind.ACCOUNT_TOP_UPS, WindowKind.WALLET_TOP_UPS, WindowKind.PERSON_TOP_UPS};
        Refusal[] refusals = {Refusal.OVER_LADDER_ACCOUNT, Refusal.OVER_LADDER_WALLET, Refusal.OVER_LADDER_PERSON};
        for (int i = 0; i < kinds.length; i++) {
            Windows.Key key = key(link, kinds[i], amount.currency());
            long left = Math.max(0, Math.min(most24Hours - windows.in24Hours(key), most30Days - windows.in30Days(key)));
            if (amount.minorUnits() > left) {
                return new Refused(refusals[i], left);
            }
        }
        return null;
    }

    /** The oldest rung that the link has come to since it is clean, or null. */
    private @Nullable RungRow rung(CheckedLinkRow link) {
        LinkStrength strength = floors.strength(link);
        long age = bench.now() - clean.since(link);
        RungRow best = null;
        for (int place = 0; place < RUNGS; place++) {
            RungRow rung = trust.rung(link.book(), strength, link.confirmed(), place);
            if (rung != null && rung.ageMillis() <= age && (best == null || rung.ageMillis() >= best.ageMillis())) {
                best = rung;
            }
        }
        return best;
    }

    private Windows.Key key(CheckedLinkRow link, WindowKind kind, Currency currency) {
        Token by = switch (kind) {
            case ACCOUNT_TOP_UPS, ACCOUNT_FAILURES -> link.account();
            case PERSON_TOP_UPS ->
                bench.state().identities().identity(link.book(), link.wallet()).person();
            case WALLET_TOP_UPS, WALLET_FAILURES -> new Token(0, link.wallet().value());
            case BANK_NEW_LINKS, BANK_FAILURES -> new Token(0, link.bank().code());
        };
        return new Windows.Key(link.book(), kind, currency, by);
    }

    private Windows.Key newLinks(CheckedLinkRow link, Currency currency) {
        return key(link, WindowKind.BANK_NEW_LINKS, currency);
    }

    private boolean fresh(CheckedLinkRow link) {
        return bench.now() - link.activeAt() < Slots.MONTH;
    }

    /** Counts a top-up that was let through. */
    void started(BookId book, OperationId id, OperationId instruction, Money amount) {
        CheckedLinkRow link = guards(book, amount.currency()) ? checked.get(book, id) : null;
        if (link == null) {
            return;
        }
        int slot = windows.count(key(link, WindowKind.ACCOUNT_TOP_UPS, amount.currency()), amount.minorUnits());
        windows.count(key(link, WindowKind.PERSON_TOP_UPS, amount.currency()), amount.minorUnits());
        windows.count(key(link, WindowKind.WALLET_TOP_UPS, amount.currency()), amount.minorUnits());
        if (fresh(link)) {
            windows.count(newLinks(link, amount.currency()), amount.minorUnits());
        }
        boolean weak = !link.confirmed() && !floors.strength(link).atLeast(LinkStrength.TWO_FACTOR);
        checked.put(new CheckedTopUpRow(
                book, instruction, link.wallet(), link.bank(), link.account(), slot, fresh(link), weak));
    }

    /** A top-up did not happen: it is taken out of the sums. */
    void undone(BookId book, OperationId instruction, Money amount) {
        CheckedTopUpRow row = checked.topUp(book, instruction);
        if (row == null) {
            return;
        }
        Token person = bench.state().identities().identity(book, row.wallet()).person();
        release(book, WindowKind.ACCOUNT_TOP_UPS, row.account(), amount, row.slot());
        release(book, WindowKind.PERSON_TOP_UPS, person, amount, row.slot());
        release(book, WindowKind.WALLET_TOP_UPS, new Token(0, row.wallet().value()), amount, row.slot());
        if (row.fresh()) {
            release(book, WindowKind.BANK_NEW_LINKS, new Token(0, row.bank().code()), amount, row.slot());
        }
        checked.remove(row);
    }

    private void release(BookId book, WindowKind kind, Token by, Money amount, int slot) {
        windows.release(new Windows.Key(book, kind, amount.currency(), by), amount.minorUnits(), slot);
    }

    /** A bank declined a top-up, or took it back: what the link brings begins anew. */
    void cameBack(BookId book, OperationId id, Currency currency) {
        if (guards(book, currency)) {
            clean.ends(checked.get(book, id));
        }
    }

    /** A top-up has arrived: its money is young as long as its rail can pull it back. */
    void arrived(int account, OperationId instruction, long amount, boolean toWallet) {
        int holder = accounts.holder(account);
        CheckedTopUpRow row = checked.topUp(Books.of(holders.book(holder)), instruction);
        if (row == null) {
            return;
        }
        DescriptionRow description = trust.description(row.book(), row.bank());
        long pullBack = description == null ? 0 : description.description().pullBackMillis();
        pullBack = row.weak() ? Math.max(pullBack, WEAK_MILLIS) : pullBack;
        if (toWallet) {
            lots.add(
                    holder,
                    accounts.currency(account),
                    new Lots.Young(amount, bench.now() + pullBack, row.weak(), Origin.of(row.bank(), row.account())));
        }
        checked.remove(row);
    }

    /** Why nothing may go through this link now, or null. */
    @Nullable
    Refused refusesCashOut(BookId book, OperationId id, Currency currency) {
        if (!guards(book, currency)) {
            return null;
        }
        CheckedLinkRow link = checked.get(book, id);
        Refused refused = refusesUse(book, link, BankOperation.CASH_OUTS);
        if (refused != null || link == null) {
            return refused;
        }
        WalletId wallet = link.wallet();
        Token person = bench.state().identities().identity(book, wallet).person();
        Token owner = checked.owner(book, link.bank(), link.account());
        return owner.names() && owner.equals(person) ? null : new Refused(Refusal.LINK_OF_ANOTHER_PERSON);
    }

    /** Why a wallet may not spend so much at all: the rest came from an account that its holder has locked; or null. */
    @Nullable
    Refused refusesDisputed(int account, long amount) {
        return refuses(account, amount, Lots.Which.DISPUTED, Refusal.MONEY_DISPUTED);
    }

    /** Why a wallet may not do with so much what young money through weak links may not do, or null. */
    @Nullable
    Refused refusesYoung(int account, long amount) {
        if (!holders.young(accounts.holder(account))) {
            return null;
        }
        Refused disputed = refusesDisputed(account, amount);
        return disputed != null ? disputed : refuses(account, amount, Lots.Which.DISPUTED_OR_WEAK, Refusal.YOUNG_MONEY);
    }

    private @Nullable Refused refuses(int account, long amount, Lots.Which held, Refusal reason) {
        int holder = accounts.holder(account);
        if (!holders.young(holder)) {
            return null;
        }
        long free = Math.max(0, accounts.spendable(account) - lots.sum(holder, accounts.currency(account), held));
        return amount > free ? new Refused(reason, free) : null;
    }

    /** Whether a wallet's identity is too little assured to hold this money. */
    boolean unverified(int holder, Currency currency) {
        return trust.any()
                && guards(Books.of(holders.book(holder)), currency)
                && !bench.state().assurance().verified(holder);
    }

    /** Why a wallet may not pay a merchant so much, or null. */
    @Nullable
    Refused refusesYoungAt(int payer, int payee, long amount) {
        return sellsOn(payer, payee) ? refusesYoung(payer, amount) : refusesDisputed(payer, amount);
    }

    /** A merchant of what is easily sold on is paid with money that is not weak. Before it is booked. */
    void pays(int payer, int payee, long amount) {
        if (sellsOn(payer, payee)) {
            takeBeyond(payer, amount);
        }
    }

    private boolean sellsOn(int payer, int payee) {
        int merchant = accounts.holder(payee);
        return holders.young(accounts.holder(payer))
                && trust.resale(Books.of(holders.book(merchant)), new MerchantId(holders.owner(merchant)));
    }

    /** Money goes from wallet to wallet: what of it is young, is young there too. Before it is booked. */
    void flows(int from, int to, long amount) {
        int holder = accounts.holder(from);
        if (!holders.young(holder)) {
            return;
        }
        for (Lots.Young lot : takeBeyond(from, amount)) {
            lots.add(accounts.holder(to), accounts.currency(from), lot);
        }
    }

    /** Takes what a payment needs beyond the money that is not young. */
    private List<Lots.Young> takeBeyond(int from, long amount) {
        int holder = accounts.holder(from);
        Currency currency = accounts.currency(from);
        long free = Math.max(0, accounts.spendable(from) - lots.sum(holder, currency, Lots.Which.YOUNG));
        return amount > free ? lots.takeStrong(holder, currency, amount - free) : List.of();
    }

    /** Money comes back from a merchant. */
    void refunded(int account, long amount) {
        lots.refunded(accounts.holder(account), accounts.currency(account), amount);
    }
}
