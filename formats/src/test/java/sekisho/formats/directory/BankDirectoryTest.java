package sekisho.formats.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BankDirectoryTest {
    private final BankDirectory directory = BankDirectory.zengin();

    @Test
    void knowsEveryBankAndBranch() {
        assertThat(directory.banks())
                .hasSize(1_146)
                .isSortedAccordingTo((a, b) -> a.code().compareTo(b.code()));
        assertThat(directory.banks().stream()
                        .mapToInt(bank -> directory.branches(bank.code()).size()))
                .satisfies(sizes ->
                        assertThat(sizes.stream().mapToInt(n -> n).sum()).isEqualTo(28_944));
    }

    @Test
    void findsABankByItsCode() {
        var bank = directory.bank("0001").orElseThrow();
        assertThat(bank).isEqualTo(new ListedBank("0001", "みずほ", "ミズホ", "mizuho"));
        assertThat(bank.hiragana()).isEqualTo("みずほ");
        assertThat(directory.bank("1")).isEmpty();
        assertThat(directory.bank("9998")).isEmpty();
    }

    @Test
    void findsABranchByItsCode() {
        assertThat(directory.branch("0001", "005"))
                .hasValue(new ListedBranch("0001", "005", "丸之内", "マルノウチ", "marunouchi"));
        assertThat(directory.branch("0001", "999")).isEmpty();
        assertThat(directory.branch("9998", "001")).isEmpty();
        assertThat(directory.branches("9998")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"みずほ", "ミズホ", "ﾐｽﾞﾎ", "mizuho", "MIZUHO", "ｍｉｚｕｈｏ", "0001", " みずほ ", "みずほ銀行", "ﾐｽﾞﾎｷﾞﾝｺｳ"})
    void findsABankHoweverItIsTyped(String typed) {
        assertThat(directory.search(typed, 10))
                .extracting(ListedBank::code)
                .first()
                .isEqualTo("0001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ローソン", "ﾛｰｿﾝ", "ろーそん", "ロ－ソン", "ロ-ソン"})
    void takesEveryDashForTheSame(String typed) {
        assertThat(directory.search(typed, 10)).extracting(ListedBank::code).contains("0042");
    }

    @Test
    void takesSmallKanaForLarge() {
        assertThat(directory.searchBranches("0001", "まるのうちちゅうおう支店", 10))
                .extracting(ListedBranch::name)
                .containsExactly("丸の内中央");
    }

    @Test
    void putsWholeMatchesFirstThenBeginningsThenTheRestEachByCode() {
        var found = directory.search("みずほ", 10);
        assertThat(found).extracting(ListedBank::code).containsExactly("0001", "0289", "4859");
        assertThat(directory.search("000", 100)).extracting(ListedBank::code).containsExactly("0001", "0005", "0009");
    }

    @Test
    void giveNoMoreThanIsAskedFor() {
        assertThat(directory.search("", 3)).isEqualTo(directory.banks().subList(0, 3));
        assertThat(directory.search("信金", 5)).hasSize(5);
        assertThat(directory.search("どこにもない", 5)).isEmpty();
    }
}
