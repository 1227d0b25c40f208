package sekisho.formats.zengin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ZenginTextTest {

    @ParameterizedTest
    @CsvSource({
        "キョウコ, ｷﾖｳｺ",
        "ガッツ, ｶﾞﾂﾂ",
        "パーク, ﾊﾟ-ｸ",
        "ヲ, ｵ",
        "ヴィオラ, ｳﾞｲｵﾗ",
        "さとう　はなこ, ｻﾄｳ ﾊﾅｺ",
        "ジョン・スミス, ｼﾞﾖﾝ ｽﾐｽ",
        "Ａｂｃ１２, ABC12",
        "「セ」, ｢ｾ｣",
        "（カ）, (ｶ)",
        "カ゛, ｶﾞ",
    })
    void writesAsZenginDoes(String text, String written) {
        assertThat(ZenginText.of(text)).contains(written);
        assertThat(ZenginText.of(written)).as("again").contains(written);
    }

    @ParameterizedTest
    @CsvSource({"山田", "é", "カ*", "カ\"", "カ;", "😀"})
    void saysWhatCannotBeWritten(String text) {
        assertThat(ZenginText.of(text)).isEmpty();
    }

    @Test
    void everyByteThatIsAllowedComesBack() {
        int allowed = 0;
        for (int value = 0; value < 256; value++) {
            char c = ZenginText.toChar((byte) value);
            if (ZenginText.allows(c)) {
                allowed++;
                assertThat(ZenginText.toByte(c) & 0xFF).isEqualTo(value);
            }
        }
        assertThat(allowed)
                .as("10 digits, 26 capitals, 45 kana with ﾝ, 2 marks, 10 symbols")
                .isEqualTo(93);
    }

    @Test
    void aCodeLeadsTheStatementsText() {
        assertThat(StatementText.of("042917", "セキショ（カ")).isEqualTo("042917 ｾｷｼﾖ(ｶ");
        assertThat(StatementText.codeOf("042917 ｾｷｼﾖ(ｶ")).contains("042917");
        assertThat(StatementText.codeOf("０４２９１７ｾｷ")).contains("042917");
        assertThat(StatementText.codeOf("42917 ｾｷｼﾖ")).isEmpty();
        assertThat(StatementText.codeOf("12345678901")).isEmpty();
        assertThat(StatementText.codeOf("ｾｷｼﾖ 042917")).isEmpty();
        assertThat(StatementText.codeOf("")).isEmpty();
    }

    @Test
    void aCodeIsComparedAsAWhole() {
        assertThat(StatementText.isCode(" ０４２９１７ ", "042917")).isTrue();
        assertThat(StatementText.isCode("042917 ｾｷｼﾖ", "042917")).isTrue();
        assertThat(StatementText.isCode("0429171", "042917")).isFalse();
        assertThat(StatementText.isCode("042918", "042917")).isFalse();
        assertThat(StatementText.isCode("", "042917")).isFalse();
        assertThat(StatementText.isCode("042917" + " ".repeat(100), "042917")).isFalse();
    }

    @Test
    void aCodeHasSixDigitsAtLeastAndIsNeverCut() {
        assertThatThrownBy(() -> StatementText.of("12345", "ｾｷｼﾖ")).hasMessageContaining("6 to 10");
        assertThatThrownBy(() -> StatementText.of("12345678901", "ｾｷｼﾖ")).hasMessageContaining("6 to 10");
        assertThatThrownBy(() -> StatementText.of("12345a", "ｾｷｼﾖ")).hasMessageContaining("digits");
        assertThatThrownBy(() -> StatementText.of("123456", "7ｾｷｼﾖ")).hasMessageContaining("begins with a digit");
        assertThatThrownBy(() -> StatementText.of("123456", "関所")).hasMessageContaining("Zengin");
        assertThatThrownBy(() -> StatementText.of("123456", " ")).hasMessageContaining("missing");
        assertThatThrownBy(() -> StatementText.of("123456", "ｱ".repeat(34))).hasMessageContaining("40");
    }
}
