package sekisho.auditor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sekisho.protocol.AccountKey;
import sekisho.protocol.BookId;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.LockStatus;
import sekisho.protocol.StateRecord.BankAccountRow;
import sekisho.protocol.StateRecord.LotRow;

/** What always holds in founded books, whatever was asked. */
final class FoundedLaw {

    private static final int MOST_LOTS = 16;

    private final State state;
    private final FoundedTables tables;

    FoundedLaw(State state) {
        this.state = state;
        tables = state.founded;
    }

    void check() {
        Map<BookId, Set<Long>> members = new HashMap<>();
        tables.staff.forEach((key, row) ->
                members.computeIfAbsent(row.book(), _ -> new HashSet<>()).add(row.member()));
        tables.foundings.forEach((book, row) -> LawBroken.unless(
                members.getOrDefault(book, Set.of()).size() >= 2, "two members of staff remain", book));
        tables.persons.forEach((key, wallets) -> LawBroken.unless(
                wallets.size() <= tables.foundings.get((BookId) key.get(0)).walletsPerPerson(),
                "a person has as many wallets as allowed",
                key));
        links();
        lots();
    }

    /** An active link is to an account of the wallet's person, and was matched. */
    private void links() {
        tables.links.forEach((key, link) -> {
            if (state.links.get(key).status() != LinkStatus.ACTIVE) {
                return;
            }
            BankAccountRow account = tables.accounts.find(List.of(link.book(), link.bank(), link.account()));
            var identity = tables.identities.find(List.of(link.book(), link.wallet()));
            boolean same =
                    account != null && identity != null && account.person().equals(identity.person());
            LawBroken.unless(same, "an active link is to an account of the wallet's person", link);
            var lock = tables.locks.find(new LockRules.Account(link.book(), link.bank(), link.account()));
            LawBroken.unless(
                    lock == null || lock.status() != LockStatus.STRONG, "a locked account has no active link", link);
            LawBroken.unless(link.activeAt() > 0 && !link.open(), "an active link was matched", link);
        });
    }

    private void lots() {
        tables.lots.forEach((purse, lots) -> {
            long sum = lots.stream().mapToLong(LotRow::amount).sum();
            var row = state.accounts.get(AccountKey.wallet(purse.book(), purse.wallet(), purse.currency()));
            LawBroken.unless(sum <= Math.max(0, Accounts.balance(row)), "no more is young than is there", purse);
            LawBroken.unless(lots.size() <= MOST_LOTS, "young money is bounded", purse);
        });
    }
}
