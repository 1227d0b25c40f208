package sekisho.core.identity;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sekisho.core.memory.FlatTable;
import sekisho.core.memory.Memory;
import sekisho.protocol.BookId;
import sekisho.protocol.EvidenceKind;
import sekisho.protocol.StateRecord;
import sekisho.protocol.StateRecord.AuthenticatorRow;
import sekisho.protocol.StateRecord.EvidenceRow;
import sekisho.protocol.StateRecord.IdentityRow;
import sekisho.protocol.StateRecord.PersonRow;
import sekisho.protocol.StateRecord.UsedRow;
import sekisho.protocol.Token;
import sekisho.protocol.WalletId;

/** Persons, the wallets bound to them, evidence, passkeys, and tokens that were used. */
public final class Identities {

    /** Most passkeys of a wallet. */
    public static final int MOST_AUTHENTICATORS = 8;

    /** Most evidence tokens that are remembered as used at once. */
    public static final long MOST_USED = 1L << 22;

    private final FlatTable<PersonRow> persons;
    private final FlatTable<IdentityRow> identities;
    private final FlatTable<EvidenceRow> evidence;
    private final FlatTable<AuthenticatorRow> authenticators;
    private final FlatTable<UsedRow> used;

    public Identities(Memory memory) {
        persons = new FlatTable<>(memory, PersonRow.class, 4, 1);
        identities = new FlatTable<>(memory, IdentityRow.class, 2, 0);
        evidence = new FlatTable<>(memory, EvidenceRow.class, 4, 0);
        authenticators = new FlatTable<>(memory, AuthenticatorRow.class, 3, 0);
        used = new FlatTable<>(memory, UsedRow.class, 3, 0);
    }

    /** The row of a person's wallet in a place, or 0; place 0 carries the person's deadline as its extra word. */
    public int person(BookId book, Token person, int place) {
        return persons.find(book.value(), person.high(), person.low(), place);
    }

    public FlatTable<PersonRow> persons() {
        return persons;
    }

    /** How many wallets a person has. */
    public int wallets(BookId book, Token person) {
        int count = 0;
        while (person(book, person, count) != 0) {
            count++;
        }
        return count;
    }

    /** What is known of a wallet; of one that nobody proved anything of, nothing. */
    public IdentityRow identity(BookId book, WalletId wallet) {
        IdentityRow row = identities.get(book.value(), wallet.value());
        return row == null ? new IdentityRow(book, wallet, Token.NONE, 0, 0) : row;
    }

    public void put(IdentityRow row) {
        identities.put(row);
    }

    public @Nullable EvidenceRow evidence(BookId book, Token person, EvidenceKind kind) {
        return evidence.get(book.value(), person.high(), person.low(), kind.code());
    }

    public void put(EvidenceRow row) {
        evidence.put(row);
    }

    public @Nullable AuthenticatorRow authenticator(BookId book, WalletId wallet, int place) {
        return authenticators.get(book.value(), wallet.value(), place);
    }

    /** The wallet's passkey with this credential, or null. */
    public @Nullable AuthenticatorRow authenticator(BookId book, WalletId wallet, Token credential) {
        for (int place = 0; place < MOST_AUTHENTICATORS; place++) {
            AuthenticatorRow row = authenticator(book, wallet, place);
            if (row == null || row.credential().equals(credential)) {
                return row;
            }
        }
        return null;
    }

    /** How many passkeys a wallet has. */
    public int authenticators(BookId book, WalletId wallet) {
        int count = 0;
        while (authenticators.find(book.value(), wallet.value(), count) != 0) {
            count++;
        }
        return count;
    }

    public void put(AuthenticatorRow row) {
        authenticators.put(row);
    }

    /** Takes a passkey away; the last one takes its place. */
    public void remove(AuthenticatorRow row) {
        int last = authenticators.find(
                row.book().value(), row.wallet().value(), authenticators(row.book(), row.wallet()) - 1L);
        AuthenticatorRow moved = authenticators.at(last);
        authenticators.remove(last);
        if (moved.place() != row.place()) {
            authenticators.put(new AuthenticatorRow(
                    moved.book(),
                    moved.wallet(),
                    row.place(),
                    moved.credential(),
                    moved.key(),
                    moved.backupEligible(),
                    moved.backedUp()));
        }
    }

    public FlatTable<UsedRow> used() {
        return used;
    }

    /** The row of a token that was used, or 0. */
    public int used(BookId book, Token token) {
        return used.find(book.value(), token.high(), token.low());
    }

    /** Takes a row of a snapshot. */
    public void restore(StateRecord record) {
        switch (record) {
            case PersonRow row -> persons.put(row);
            case IdentityRow row -> identities.put(row);
            case EvidenceRow row -> evidence.put(row);
            case AuthenticatorRow row -> authenticators.put(row);
            case UsedRow row -> used.put(row);
            default -> throw new IllegalArgumentException("no row of a person");
        }
    }

    public void export(Consumer<StateRecord> to) {
        persons.forEach(to);
        identities.forEach(to);
        evidence.forEach(to);
        authenticators.forEach(to);
        used.forEach(to);
    }
}
