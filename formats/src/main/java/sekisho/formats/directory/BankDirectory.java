package sekisho.formats.directory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Japan's banks and branches. Immutable; any thread. The tables are read at the first question about them.
 *
 * <p><b>Searching.</b> A text finds a row whose code or name in romaji begins with it, or whose name or kana contains
 * it. Kana may be half-width, full-width or hiragana, small or large; the words 銀行 and 支店 at the end may be there or
 * not. First come whole matches, then beginnings, then the rest; within these by code.
 */
public final class BankDirectory {
    private static final BankDirectory ZENGIN = new BankDirectory();
    private static final Index<ListedBranch> NO_BRANCHES = new Index<>(List.of(), BankDirectory::keys);

    private BankDirectory() {}

    /** The directory of the Zengin network. */
    public static BankDirectory zengin() {
        return ZENGIN;
    }

    /** All banks, by code. */
    public List<ListedBank> banks() {
        return Banks.INDEX.rows();
    }

    /** The bank with a code of four digits; empty if there is none. */
    public Optional<ListedBank> bank(String code) {
        return Optional.ofNullable(Banks.BY_CODE.get(code));
    }

    /** Banks that a text finds, at most so many; for a blank text the first of all. */
    public List<ListedBank> search(String text, int atMost) {
        return Banks.INDEX.search(text, atMost);
    }

    /** All branches of a bank, by code; none if there is no such bank. */
    public List<ListedBranch> branches(String bankCode) {
        return branchesOf(bankCode).rows();
    }

    /** The branch with a code of three digits; empty if there is none. */
    public Optional<ListedBranch> branch(String bankCode, String code) {
        return branches(bankCode).stream()
                .filter(branch -> branch.code().equals(code))
                .findFirst();
    }

    /** Branches of a bank that a text finds, at most so many; for a blank text the first of all. */
    public List<ListedBranch> searchBranches(String bankCode, String text, int atMost) {
        return branchesOf(bankCode).search(text, atMost);
    }

    private static Index<ListedBranch> branchesOf(String bankCode) {
        return Banks.BY_CODE.containsKey(bankCode)
                ? Branches.BY_BANK.computeIfAbsent(bankCode, Branches::of)
                : NO_BRANCHES;
    }

    private static Index.Keys keys(ListedBranch branch) {
        return Index.Keys.of(branch.code(), branch.name(), branch.kana(), branch.romaji());
    }

    /** Read at the first question. */
    private static final class Banks {
        static final Index<ListedBank> INDEX = new Index<>(
                new Table("banks.tsv", 4).rows("", row -> new ListedBank(row[0], row[1], row[2], row[3])),
                bank -> Index.Keys.of(bank.code(), bank.name(), bank.kana(), bank.romaji()));
        static final Map<String, ListedBank> BY_CODE =
                INDEX.rows().stream().collect(Collectors.toUnmodifiableMap(ListedBank::code, Function.identity()));
    }

    /** Read at the first question about branches; cut bank by bank. */
    private static final class Branches {
        static final Table TABLE = new Table("branches.tsv", 5);
        static final Map<String, Index<ListedBranch>> BY_BANK = new ConcurrentHashMap<>();

        static Index<ListedBranch> of(String bankCode) {
            return new Index<>(
                    TABLE.rows(bankCode, row -> new ListedBranch(row[0], row[1], row[2], row[3], row[4])),
                    BankDirectory::keys);
        }
    }
}
