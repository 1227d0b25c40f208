package sekisho.core.trust;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sekisho.core.memory.FlatTable;
import sekisho.core.memory.Memory;
import sekisho.core.memory.Rows;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.BookId;
import sekisho.protocol.EvidenceKind;
import sekisho.protocol.LinkStrength;
import sekisho.protocol.MerchantId;
import sekisho.protocol.StateRecord;
import sekisho.protocol.StateRecord.BankKeyRow;
import sekisho.protocol.StateRecord.DescriptionRow;
import sekisho.protocol.StateRecord.FloorRow;
import sekisho.protocol.StateRecord.FoundingRow;
import sekisho.protocol.StateRecord.IssuerRow;
import sekisho.protocol.StateRecord.ResaleRow;
import sekisho.protocol.StateRecord.RuleRow;
import sekisho.protocol.StateRecord.RungRow;
import sekisho.protocol.StateRecord.StaffRow;
import sekisho.protocol.StateRecord.StopRow;
import sekisho.protocol.StateRecord.TierForRow;
import sekisho.protocol.Token;

/** What books trust. Small tables; only {@link #founded} and {@link #epoch} are asked on hot paths. */
public final class Trust {

    /** The last epoch: from then on nothing is taken from a cache. */
    public static final int LAST_EPOCH = (1 << 13) - 1;

    private static final int EPOCH = 0;
    private static final int BOUNDARY = 1;

    private final FlatTable<FoundingRow> foundings;
    private final FlatTable<StaffRow> staff;
    private final FlatTable<IssuerRow> issuers;
    private final FlatTable<BankKeyRow> bankKeys;
    private final FlatTable<RuleRow> rules;
    private final FlatTable<TierForRow> tiers;
    private final FlatTable<FloorRow> floors;
    private final FlatTable<RungRow> rungs;
    private final FlatTable<DescriptionRow> descriptions;
    private final FlatTable<StopRow> stops;
    private final FlatTable<ResaleRow> resales;
    /** Row 1: the epoch of the rules, and when it ends. */
    private final Rows epochs;
    /** The book that was asked about last, and whether it is founded: once founded, always. */
    private int recent;
    /** The same for the second question. */
    private int guarded;

    public Trust(Memory memory) {
        foundings = new FlatTable<>(memory, FoundingRow.class, 1, 0);
        staff = new FlatTable<>(memory, StaffRow.class, 3, 0);
        issuers = new FlatTable<>(memory, IssuerRow.class, 2, 0);
        bankKeys = new FlatTable<>(memory, BankKeyRow.class, 3, 0);
        rules = new FlatTable<>(memory, RuleRow.class, 2, 0);
        tiers = new FlatTable<>(memory, TierForRow.class, 3, 0);
        floors = new FlatTable<>(memory, FloorRow.class, 2, 0);
        rungs = new FlatTable<>(memory, RungRow.class, 4, 0);
        descriptions = new FlatTable<>(memory, DescriptionRow.class, 2, 0);
        stops = new FlatTable<>(memory, StopRow.class, 3, 0);
        resales = new FlatTable<>(memory, ResaleRow.class, 2, 0);
        epochs = new Rows(memory, 2);
        if (epochs.live() == 0) {
            epochs.add();
            epochs.set(1, EPOCH, 1);
        }
    }

    /** Whether the book's checkpoint was founded. */
    public boolean founded(int book) {
        if (foundings.count() == 0) {
            return false;
        }
        // A founding that is undone leaves the hint: its row is looked at.
        if (recent != 0 && foundings.word(recent, 0) == book) {
            return true;
        }
        recent = foundings.find(book);
        return recent != 0;
    }

    /** Whether any book was founded: where none was, nobody has to ask which one. */
    public boolean any() {
        return foundings.count() != 0;
    }

    /** The same, asked a second time: no single mistake makes a book look as if it had no guards. */
    public boolean guarded(int book) {
        if (guarded == 0 || foundings.word(guarded, 0) != book) {
            guarded = foundings.count() == 0 ? 0 : foundings.find(book);
        }
        return guarded != 0;
    }

    public @Nullable FoundingRow founding(BookId book) {
        return foundings.get(book.value());
    }

    public FlatTable<StaffRow> staff() {
        return staff;
    }

    public @Nullable StaffRow staff(BookId book, Token credential) {
        return staff.get(book.value(), credential.high(), credential.low());
    }

    public FlatTable<IssuerRow> issuers() {
        return issuers;
    }

    public @Nullable IssuerRow issuer(BookId book, int number) {
        return issuers.get(book.value(), number);
    }

    public FlatTable<BankKeyRow> bankKeys() {
        return bankKeys;
    }

    public @Nullable BankKeyRow bankKey(BookId book, BankId bank, int number) {
        return bankKeys.get(book.value(), bank.code(), number);
    }

    public @Nullable RuleRow rule(BookId book, EvidenceKind kind) {
        return rules.get(book.value(), kind.code());
    }

    public @Nullable TierForRow tierFor(BookId book, int ial, int aal) {
        return tiers.get(book.value(), ial, aal);
    }

    public @Nullable FloorRow floor(BookId book, BankOperation operation) {
        return floors.get(book.value(), operation.code());
    }

    public @Nullable RungRow rung(BookId book, LinkStrength strength, boolean confirmed, int place) {
        return rungs.get(book.value(), strength.code(), confirmed ? 1 : 0, place);
    }

    public @Nullable DescriptionRow description(BookId book, BankId bank) {
        return descriptions.get(book.value(), bank.code());
    }

    public FlatTable<StopRow> stops() {
        return stops;
    }

    /** Whether the operation is stopped for this method, or for all. */
    public boolean stopped(BookId book, int method, BankOperation operation) {
        return stops.find(book.value(), 0, operation.code()) != 0
                || stops.find(book.value(), method, operation.code()) != 0;
    }

    public FlatTable<ResaleRow> resales() {
        return resales;
    }

    public boolean resale(BookId book, MerchantId merchant) {
        return resales.count() != 0 && resales.find(book.value(), merchant.value()) != 0;
    }

    /** Puts a row of this table, new or in place of the former one. */
    public void put(StateRecord record) {
        switch (record) {
            case FoundingRow row -> foundings.put(row);
            case StaffRow row -> staff.put(row);
            case IssuerRow row -> issuers.put(row);
            case BankKeyRow row -> bankKeys.put(row);
            case RuleRow row -> {
                rules.put(row);
                epochs.set(1, BOUNDARY, 0);
            }
            case TierForRow row -> tiers.put(row);
            case FloorRow row -> floors.put(row);
            case RungRow row -> rungs.put(row);
            case DescriptionRow row -> descriptions.put(row);
            case StopRow row -> stops.put(row);
            case ResaleRow row -> resales.put(row);
            default -> throw new IllegalArgumentException("no row of what a book trusts");
        }
    }

    /** The number of a time in which no rule begins, ends or changes: what was found in it holds in it. */
    public int epoch(long now) {
        if (now >= epochs.get(1, BOUNDARY)) {
            long[] next = {Long.MAX_VALUE};
            rules.forEach(rule -> {
                next[0] = Math.min(next[0], rule.from() > now ? rule.from() : Long.MAX_VALUE);
                next[0] = Math.min(next[0], rule.until() > now ? rule.until() : Long.MAX_VALUE);
            });
            epochs.set(1, BOUNDARY, next[0]);
            epochs.set(1, EPOCH, Math.min(LAST_EPOCH, epochs.get(1, EPOCH) + 1));
        }
        return (int) epochs.get(1, EPOCH);
    }

    public void export(Consumer<StateRecord> to) {
        foundings.forEach(to);
        staff.forEach(to);
        issuers.forEach(to);
        bankKeys.forEach(to);
        rules.forEach(to);
        tiers.forEach(to);
        floors.forEach(to);
        rungs.forEach(to);
        descriptions.forEach(to);
        stops.forEach(to);
        resales.forEach(to);
    }
}
