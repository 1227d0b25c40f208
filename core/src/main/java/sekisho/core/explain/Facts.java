package sekisho.core.explain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.core.checkpoint.Windows;
import sekisho.core.ledger.Accounts;
import sekisho.core.ledger.Holders;
import sekisho.core.limits.Slots;
import sekisho.core.limits.Usage;
import sekisho.core.state.State;
import sekisho.core.trust.Strength;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.BookId;
import sekisho.protocol.Currency;
import sekisho.protocol.EvidenceKind;
import sekisho.protocol.LinkStrength;
import sekisho.protocol.Side;
import sekisho.protocol.StateRecord.DescriptionRow;
import sekisho.protocol.StateRecord.EvidenceRow;
import sekisho.protocol.StateRecord.FloorRow;
import sekisho.protocol.StateRecord.RuleRow;
import sekisho.protocol.Token;
import sekisho.protocol.WalletId;

/** What the tables of one book say, without changing them. */
final class Facts {

    private static final int HIGHEST_IAL = 3;

    final State state;
    final BookId book;
    final Holders holders;
    final Accounts accounts;

    Facts(State state, BookId book) {
        this.state = state;
        this.book = book;
        holders = state.holders();
        accounts = state.accounts();
    }

    long now() {
        return state.clock().now();
    }

    /** Whether the checkpoint looks at money of this currency. */
    boolean guards(Currency currency) {
        return state.trust().founded(book.value()) && !state.currencies().test(currency);
    }

    int wallet(WalletId wallet) {
        return holders.find(book, AccountKind.WALLET, wallet.value());
    }

    /** The account of a bank, or 0: it comes into being when it is first touched. */
    int settlement(BankId bank, Currency currency) {
        int holder = holders.find(book, AccountKind.SETTLEMENT, bank.code());
        return holder == 0 ? 0 : accounts.find(holder, currency);
    }

    long balance(int account) {
        return account == 0 ? 0 : accounts.balance(account);
    }

    long reserved(int account) {
        return account == 0 ? 0 : accounts.pending(account, accounts.lowering(account));
    }

    /** What one side of an account would come to. */
    long counter(int account, Side side, long amount) {
        return account == 0 ? amount : accounts.posted(account, side) + accounts.pending(account, side) + amount;
    }

    Token person(WalletId wallet) {
        return state.identities().identity(book, wallet).person();
    }

    /** The evidence of a wallet's person that a rule speaks of. */
    List<Standing.Seen> evidence(WalletId wallet) {
        Token person = person(wallet);
        List<Standing.Seen> seen = new ArrayList<>();
        for (EvidenceKind kind : EvidenceKind.values()) {
            RuleRow rule = person.names() ? state.trust().rule(book, kind) : null;
            EvidenceRow row = rule == null ? null : state.identities().evidence(book, person, kind);
            if (rule != null && row != null) {
                seen.add(new Standing.Seen(kind, row.expires(), rule.from(), rule.until(), rule.ial()));
            }
        }
        return seen;
    }

    Standing.Identity identity(BankOperation operation, WalletId wallet) {
        FloorRow floor = state.trust().floor(book, operation);
        int needed = floor == null ? HIGHEST_IAL : floor.ial();
        return new Standing.Identity(Standing.Role.HOLDER, needed, now(), evidence(wallet));
    }

    @Nullable
    DescriptionRow description(BankId bank) {
        return state.trust().description(book, bank);
    }

    /** How strong a bank's protocol is now. */
    LinkStrength strength(BankId bank) {
        DescriptionRow row = description(bank);
        return row == null ? LinkStrength.NONE : Strength.of(row.description());
    }

    /** The floor of an operation, for a link of this strength. */
    Linked.Floor floor(BankOperation operation, BankId bank, LinkStrength link) {
        FloorRow floor = state.trust().floor(book, operation);
        DescriptionRow row = description(bank);
        return new Linked.Floor(
                operation,
                floor == null ? LinkStrength.PHISHING_RESISTANT : floor.strength(),
                row == null ? 0 : row.description().version(),
                strength(bank),
                link);
    }

    /** Who tells the slots of a window. */
    interface Slotted {
        void forEachSlot(Usage.SlotListener listener);
    }

    /** What is in a sliding window, and when the oldest part of it leaves (ms); 0: nothing is in it. */
    record InWindow(long sum, long nextLeaves) {}

    InWindow window(Slotted slots, long window) {
        long[] found = {0, 0};
        slots.forEachSlot((slot, amount) -> {
            if (amount != 0 && !Slots.left(slot, window, now())) {
                found[0] += amount;
                found[1] = found[1] != 0 ? found[1] : Slots.leaves(slot, window) * Slots.GRAIN;
            }
        });
        return new InWindow(found[0], found[1]);
    }

    InWindow window(Windows.Key key, long window) {
        return window(listener -> state.windows().forEachSlot(key, listener), window);
    }
}
