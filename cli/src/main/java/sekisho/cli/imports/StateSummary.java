package sekisho.cli.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BookId;
import sekisho.protocol.FreezeScope;
import sekisho.protocol.StateRecord;
import sekisho.protocol.StateRecord.AccountRow;
import sekisho.protocol.StateRecord.HolderRow;
import sekisho.wire.StateFingerprint;

/**
 * What the engine's state comes to: totals, conservation and fingerprints. Takes every record of one state, in any order. Owned by
 * one thread.
 */
final class StateSummary implements Consumer<StateRecord> {
    private static final Holder OF_BANK_OR_HOUSE = new Holder(FreezeScope.NONE, false);

    private final StateFingerprint stateFingerprint = new StateFingerprint();
    private final List<AccountRow> accounts = new ArrayList<>();
    private final Map<HolderKey, Holder> holders = new HashMap<>();

    private record HolderKey(BookId book, AccountKind kind, long owner) {}

    private record Holder(FreezeScope frozen, boolean closed) {}

    @Override
    public void accept(StateRecord row) {
        stateFingerprint.add(row);
        if (row instanceof AccountRow account) {
            accounts.add(account);
        } else if (row instanceof HolderRow holder) {
            holders.put(
                    new HolderKey(holder.book(), holder.kind(), holder.owner()),
                    new Holder(holder.frozen(), holder.closed()));
        }
    }

    /** Everything that there is in the state; comparable within one log only. */
    String stateFingerprint() {
        return stateFingerprint.hex();
    }

    /** The posted balance of a wallet's account in the imports' currency; 0 if there is none. */
    Map<Long, Long> walletBalances() {
        Map<Long, Long> balances = HashMap.newHashMap(accounts.size());
        for (AccountRow account : accounts) {
            if (account.key().kind() == AccountKind.WALLET
                    && account.key().currency().equals(Script.CURRENCY)) {
                balances.put(account.key().owner(), balance(account));
            }
        }
        return balances;
    }

    /** The balances in the imports' currency by kind of account, minor units, each in its normal direction. */
    Map<AccountKind, Long> totals() {
        Map<AccountKind, Long> totals = new EnumMap<>(AccountKind.class);
        for (AccountKind kind : AccountKind.values()) {
            totals.put(kind, 0L);
        }
        for (AccountRow account : accounts) {
            if (account.key().currency().equals(Script.CURRENCY)) {
                totals.merge(account.key().kind(), balance(account), Math::addExact);
            }
        }
        return totals;
    }

    /** Debits less credits of all accounts, posted and pending, by currency: 0 unless money was made or lost. */
    SortedMap<String, Long> conservation() {
        SortedMap<String, Long> differences = new TreeMap<>();
        for (AccountRow account : accounts) {
            long debits = Math.addExact(account.debitsPosted(), account.debitsPending());
            long credits = Math.addExact(account.creditsPosted(), account.creditsPending());
            differences.merge(account.key().currency().letters(), Math.subtractExact(debits, credits), Math::addExact);
        }
        return differences;
    }

    /**
     * A hash of all counters and statuses in the imports' currency by external key: what stands for the file's name where an import opened
     * the account, else the account's owner. It knows nothing of what else lives in the home, and no times, positions or sequences, so that it is the same for an undisturbed import and for one that was
     * interrupted and repeated.
     */
    String fingerprint() {
        MessageDigest digest = Hashes.sha256();
        accounts.stream()
                .filter(account -> account.key().currency().equals(Script.CURRENCY))
                .map(this::line)
                .sorted(Comparator.naturalOrder())
                .forEach(line -> digest.update(line.getBytes(StandardCharsets.US_ASCII)));
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    private String line(AccountRow account) {
        AccountKey key = account.key();
        Holder holder = holders.getOrDefault(new HolderKey(key.book(), key.kind(), key.owner()), OF_BANK_OR_HOUSE);
        long external = account.userData() == 0 ? key.owner() : account.userData();
        return key.book().value() + " " + key.kind() + " " + external + " " + key.currency() + " "
                + account.debitsPosted() + " " + account.creditsPosted() + " "
                + account.debitsPending() + " " + account.creditsPending() + " "
                + holder.frozen() + (holder.closed() ? " closed\n" : "\n");
    }

    private static long balance(AccountRow account) {
        long debits = account.debitsPosted();
        long credits = account.creditsPosted();
        return switch (account.key().kind().normal()) {
            case DEBIT -> Math.subtractExact(debits, credits);
            case CREDIT -> Math.subtractExact(credits, debits);
        };
    }
}
