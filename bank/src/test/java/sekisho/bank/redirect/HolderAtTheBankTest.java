package sekisho.bank.redirect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sekisho.banksimulator.customers.Customer;
import sekisho.banksimulator.customers.Message;
import sekisho.banksimulator.profile.BankProfile;
import sekisho.protocol.BankAnswer;
import sekisho.protocol.BankId;
import sekisho.protocol.BankResult;
import sekisho.protocol.BookId;
import sekisho.protocol.Purpose;

/** After a match the bank tells its holder, who says yes or no on the bank's own page; the operator hears of both. */
final class HolderAtTheBankTest extends Street {
    private static final Pattern ANSWER = Pattern.compile("/account/linkings/([0-9a-f]{32})/answer");

    /** Those that can find a match at all. */
    static Stream<BankProfile> matching() {
        return onTheWeb().filter(HolderAtTheBankTest::matches);
    }

    @ParameterizedTest
    @MethodSource("matching")
    void everyBankTellsAsItSaysAndHearsItsHolder(BankProfile profile) throws Exception {
        var customer = customer(profile);
        try (var feed = feed(profile);
                var browser = new Browser(bank(profile))) {
            long before = last(feed);
            BankResult match = linked(profile, customer);
            List<Message> told = told(profile, customer);
            assertThat(told).hasSize(profile.tells().tells() ? 1 : 0);
            var notices = feed.after(before);
            if (profile.tells().proof()) {
                assertThat(notices).hasSize(1);
                assertSame(match, notices.getFirst(), Purpose.NOTICE, BankAnswer.DELIVERED);
            } else {
                // Who does not know that it arrived does not say so.
                assertThat(notices).isEmpty();
            }
            long now = before + notices.size();

            assertThat(signInLater(browser, profile, customer).body()).contains("ご回答をお待ちしています（1件）");
            if (!told.isEmpty()) {
                assertThat(browser.get(told.getFirst().link().substring(("/banks/" + profile.code()).length()))
                                .body())
                        .contains("はい、本人の手続きです");
            }
            answer(browser, "me");
            boolean hears = profile.twoFactor() || profile.tells().tells();
            var yes = feed.after(now);
            assertThat(yes).hasSize(hears ? 1 : 0);
            if (hears) {
                assertSame(match, yes.getFirst(), Purpose.CONSENT, BankAnswer.CONFIRMED);
            }
            now += yes.size();

            // A second yes says nothing new; a no is heard after a yes too, and is the last word.
            answer(browser, "me");
            assertThat(feed.after(now)).isEmpty();
            answer(browser, "not-me");
            var no = feed.after(now);
            assertThat(no).hasSize(1);
            assertSame(match, no.getFirst(), Purpose.CONSENT, BankAnswer.OBJECTED);
            assertThat(browser.get("/account/linkings").body())
                    .contains("「身に覚えがない」と回答済みです")
                    .doesNotContain("/answer");
        }
    }

    @Test
    void anObjectionEndsTheMandate() throws Exception {
        var profile = profile("0821");
        var customer = customer(profile);
        try (var mandates = new BankMandates(bank(profile), API_KEY);
                var browser = new Browser(bank(profile))) {
            int before = mandates.endedAfter(0).size();
            linked(profile, customer);
            signInLater(browser, profile, customer);
            answer(browser, "not-me");
            assertThat(mandates.endedAfter(before))
                    .extracting(EndedMandate::by)
                    .containsExactly(EndedMandate.By.CUSTOMER);
        }
    }

    @Test
    void aNoticeThatDoesNotArriveAndOneToYoungContactDataAreSaidSo() throws Exception {
        var profile = profile("0803");
        var customer = customer(profile);
        try (var feed = feed(profile);
                var browser = new Browser(bank(profile))) {
            long before = last(feed);
            device(profile, customer).reach(false);
            BankResult first = linked(profile, customer);
            assertThat(told(profile, customer)).isEmpty();
            device(profile, customer).reach(true);
            simulator.bank("0803").customers().orElseThrow().changeContact(customer, now().minusSeconds(29 * 86_400));
            BankResult second = linked(profile, customer);
            var notices = feed.after(before);
            assertSame(first, notices.getFirst(), Purpose.NOTICE, BankAnswer.UNDELIVERED);
            assertSame(second, notices.getLast(), Purpose.NOTICE, BankAnswer.YOUNG_CONTACT);
            // Whoever can be reached there since yesterday cannot say yes, not even with the notice in hand.
            signInLater(browser, profile, customer);
            assertThat(browser.get("/account/linkings").body()).contains("日が浅い");
            answer(browser, "me");
            assertThat(feed.after(before + 2)).isEmpty();
        }
    }

    @Test
    void knowingWhatAWeakBankAsksIsNotEnoughForAYesButForANo() throws Exception {
        var profile = matching()
                .filter(one -> !one.twoFactor() && one.tells().channel().equals("letter"))
                .findFirst()
                .orElseGet(() -> profile("0827"));
        var customer = customer(profile);
        try (var feed = feed(profile);
                var thief = new Browser(bank(profile))) {
            long before = last(feed);
            linked(profile, customer);
            signInLater(thief, profile, customer);
            var page = thief.get("/account/linkings");
            var form = ANSWER.matcher(page.body());
            assertThat(form.find()).isTrue();
            assertThat(page.body()).doesNotContain("はい、本人の手続きです");
            var refused = thief.post(form.group(), page, Map.of("answer", "me"));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(feed.after(before))
                    .noneMatch(one -> one.statement().result().purpose() == Purpose.CONSENT);
            answer(thief, "not-me");
            assertThat(feed.after(before).getLast().statement().result().answer())
                    .isEqualTo(BankAnswer.OBJECTED);
        }
    }

    @Test
    void aLinkingOfSomebodyElseIsNotFoundAndANoticeOfNobodyLeadsToTheSignIn() throws Exception {
        var profile = profile("0821");
        var theirs = customer(profile);
        linked(profile, theirs);
        String id = simulator
                .bank("0821")
                .books()
                .linkings(theirs.accounts().getFirst().token())
                .getFirst()
                .id();
        try (var browser = new Browser(bank(profile))) {
            assertThat(browser.get("/notice/" + "0".repeat(32)).body()).contains("name=\"account\"");
            var page = signInLater(browser, profile, customer(profile));
            for (String answer : List.of("me", "not-me")) {
                assertThat(browser.post("/account/linkings/" + id + "/answer", page, Map.of("answer", answer))
                                .status())
                        .isEqualTo(404);
            }
            assertThat(browser.post("/account/linkings/" + id + "/answer", Map.of("answer", "not-me"))
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void theFeedIsReadAgainFromAnywhereAndBelongsToItsOperator() throws Exception {
        var profile = profile("0801");
        var customer = customer(profile);
        try (var feed = feed(profile)) {
            linked(profile, customer);
            linked(profile, customer);
            var all = feed.after(0);
            assertThat(all).hasSizeGreaterThanOrEqualTo(2);
            assertThat(feed.after(1)).extracting(HolderStatement::number).startsWith(2L);
            assertThat(feed.after(all.size())).isEmpty();
            assertThat(feed.after(0))
                    .extracting(HolderStatement::at)
                    .isEqualTo(all.stream().map(HolderStatement::at).toList());
        }
        var source = new BankStatements.Source(bank(profile), new BankId(801), BookId.FIRST, "a-strangers-secret");
        try (var stranger = new BankStatements(source, bankKeys, Street::now)) {
            assertThatThrownBy(() -> stranger.after(0)).hasMessageContaining("401");
        }
        var another =
                new BankStatements.Source(bank(profile), new BankId(801), BookId.FIRST, "another-operators-secret");
        try (var ofAnother = new BankStatements(another, bankKeys, Street::now)) {
            assertThat(ofAnother.after(0)).isEmpty();
        }
        var other = new BankStatements.Source(bank(profile), new BankId(801), new BookId(2), API_KEY);
        try (var ofAnotherBook = new BankStatements(other, bankKeys, Street::now)) {
            assertThatThrownBy(() -> ofAnotherBook.after(0)).hasMessageContaining("STATEMENT_OF_ANOTHER_BOOK");
        }
    }

    private static BankResult linked(BankProfile profile, Customer customer) throws Exception {
        var person = customer.person();
        var asked = request(profile, sekisho.bank.redirect.Purpose.LINK)
                .comparing(Map.of(
                        Attribute.NAME_KANJI, person.kanji(),
                        Attribute.NAME_KANA, person.kana(),
                        Attribute.BIRTH_DATE, person.birthDate().toString(),
                        Attribute.PHONE, person.phone()))
                .stating(Terms.next(profile.code(), RANDOM));
        nextCode();
        try (var browser = new Browser(bank(profile))) {
            var consent = identify(browser, arrive(browser, sign(asked)), profile, customer);
            return accepted(
                            profile,
                            asked,
                            browser.post("/authorize/consent", consent, Map.of())
                                    .result())
                    .statement()
                    .orElseThrow()
                    .result();
        }
    }

    private static Browser.Shown signInLater(Browser browser, BankProfile profile, Customer customer) {
        nextCode();
        return signIn(browser, profile, customer);
    }

    /** Answers the first linking that can still be answered, if there is one. */
    private static void answer(Browser browser, String answer) {
        var page = browser.get("/account/linkings");
        var form = ANSWER.matcher(page.body());
        assertThat(form.find()).isTrue();
        browser.post(form.group(), page, Map.of("answer", answer));
    }

    private static List<Message> told(BankProfile profile, Customer customer) {
        return device(profile, customer).messages().stream()
                .filter(message -> !message.link().isEmpty())
                .toList();
    }

    /** Everything that the visit's statement is about, and nothing else. */
    private static void assertSame(BankResult match, HolderStatement told, Purpose purpose, BankAnswer answer) {
        BankResult said = told.statement().result();
        assertThat(said)
                .isEqualTo(new BankResult(
                        match.book(),
                        match.bank(),
                        match.key(),
                        match.wallet(),
                        match.person(),
                        match.link(),
                        match.session(),
                        match.account(),
                        match.nonce(),
                        purpose,
                        answer,
                        said.expires()));
    }

    private static boolean matches(BankProfile profile) {
        var compares = profile.compares();
        return compares.contains("name-kanji") || (compares.contains("name-kana") && compares.contains("birth-date"));
    }

    private static long last(BankStatements feed) throws IOException {
        return feed.after(0).size();
    }

    private static BankStatements feed(BankProfile profile) {
        var source = new BankStatements.Source(
                bank(profile), new BankId(Integer.parseInt(profile.code())), BookId.FIRST, API_KEY);
        return new BankStatements(source, bankKeys, Street::now);
    }
}
