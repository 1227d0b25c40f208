package sekisho.banksimulator.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LinkingsTest {
    private static final String ACCOUNT = "a".repeat(32);
    private static final String MANDATE = "1".repeat(32);

    @TempDir
    Path folder;

    @Test
    void whatWasSaidIsInOrderForEachOperatorAndKnownAfterAStart() {
        Path file = folder.resolve("0821.journal");
        try (var books = BankBooks.inFile(InstantSource.system(), file)) {
            books.link(linking("1", "sekisho", "7", MANDATE));
            books.say(id("1"), StatementPurpose.NOTICE, StatementAnswer.DELIVERED);
            books.link(linking("2", "another", "7", null));
            books.say(id("2"), StatementPurpose.NOTICE, StatementAnswer.UNDELIVERED);
            assertThat(books.answer(id("1"), StatementAnswer.CONFIRMED)).isTrue();
        }
        try (var books = BankBooks.inFile(InstantSource.system(), file)) {
            assertThat(books.saidAfter("sekisho", 0, 10))
                    .extracting(Said::number, Said::purpose, Said::answer)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(1L, StatementPurpose.NOTICE, StatementAnswer.DELIVERED),
                            org.assertj.core.groups.Tuple.tuple(
                                    2L, StatementPurpose.CONSENT, StatementAnswer.CONFIRMED));
            assertThat(books.saidAfter("sekisho", 1, 10)).hasSize(1);
            assertThat(books.saidAfter("sekisho", 0, 1)).hasSize(1);
            assertThat(books.saidAfter("another", 0, 10))
                    .extracting(Said::number)
                    .containsExactly(1L);
            assertThat(books.saidAfter("nobody", 0, 10)).isEmpty();
            assertThat(books.linkings(ACCOUNT).getFirst())
                    .isEqualTo(linking("1", "sekisho", "7", MANDATE).answered(StatementAnswer.CONFIRMED));
        }
    }

    @Test
    void aYesIsTakenOnceAndANoIsTheLastWord() {
        try (var books = BankBooks.inMemory(InstantSource.system())) {
            books.link(linking("1", "sekisho", "7", null));
            assertThat(books.answer(id("1"), StatementAnswer.CONFIRMED)).isTrue();
            assertThat(books.answer(id("1"), StatementAnswer.CONFIRMED)).isFalse();
            assertThat(books.answer(id("1"), StatementAnswer.OBJECTED)).isTrue();
            assertThat(books.answer(id("1"), StatementAnswer.OBJECTED)).isFalse();
            assertThat(books.answer(id("1"), StatementAnswer.CONFIRMED)).isFalse();
            assertThat(books.answer(id("9"), StatementAnswer.OBJECTED)).isFalse();
            assertThat(books.saidAfter("sekisho", 0, 10)).hasSize(2);
        }
    }

    @Test
    void whoIsIdentifiedAgainIsAskedAboutThatAloneUnderTheOldMandate() {
        try (var books = BankBooks.inMemory(InstantSource.system())) {
            books.link(linking("1", "sekisho", "7", MANDATE));
            books.link(linking("2", "sekisho", "7", null));
            books.link(linking("3", "sekisho", "8", null));
            assertThat(books.linkings(ACCOUNT)).extracting(Linking::id).containsExactly(id("2"), id("3"));
            assertThat(books.linkings(ACCOUNT).getFirst().mandate()).isEqualTo(MANDATE);
            assertThat(books.answer(id("1"), StatementAnswer.OBJECTED)).isFalse();
            assertThat(books.answer(id("2"), StatementAnswer.OBJECTED)).isTrue();
        }
    }

    private static Linking linking(String id, String operator, String link, @Nullable String mandate) {
        var terms = new StatementTerms(
                "0".repeat(16),
                "0".repeat(16),
                1,
                "0".repeat(16),
                "5".repeat(32),
                link.repeat(32),
                "6".repeat(32),
                "7".repeat(32));
        return new Linking(id(id), operator, ACCOUNT, "b".repeat(32), mandate, terms, true, 1_000, null);
    }

    private static String id(String digit) {
        return digit.repeat(32);
    }
}
