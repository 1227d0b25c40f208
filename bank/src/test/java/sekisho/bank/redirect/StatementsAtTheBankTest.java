package sekisho.bank.redirect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sekisho.banksimulator.customers.Customer;
import sekisho.banksimulator.customers.Person;
import sekisho.banksimulator.profile.BankProfile;
import sekisho.protocol.BankAnswer;
import sekisho.protocol.BankResult;

/** Every bank's statement over HTTP: what it says of whom, and that it is what was asked for. */
final class StatementsAtTheBankTest extends Street {
    static Stream<BankProfile> banks() {
        return onTheWeb();
    }

    @ParameterizedTest
    @MethodSource("banks")
    void everyBankSaysWhomItFoundAndCountsEveryTryOnTheAccount(BankProfile profile) throws Exception {
        var customer = customer(profile);
        var asked = asking(profile, customer.person());
        BankResult said = statement(asked, granted(profile, customer, asked));
        assertThat(said.answer()).isEqualTo(expected(profile.compares()));

        var another = asking(profile, stranger(customer.person()));
        LinkResult refused = granted(profile, customer, another);
        BankAnswer no = statement(another, refused).answer();
        assertThat(no).isIn(BankAnswer.NMTC, BankAnswer.NOAP);
        assertThat(refused.mandate()).isEmpty();
        assertThat(statement(another, refused).account()).isEqualTo(said.account());

        var givenUp = asking(profile, customer.person());
        BankResult failed = statement(givenUp, givesUp(profile, customer, givenUp));
        assertThat(failed.answer()).isEqualTo(BankAnswer.FAILED);
        assertThat(failed.account()).isEqualTo(said.account());

        var nobody = asking(profile, customer.person());
        BankResult ofNobody = statement(nobody, givesUp(profile, absent(profile), nobody));
        assertThat(ofNobody.answer()).isEqualTo(BankAnswer.FAILED);
        assertThat(ofNobody.account()).isNotEqualTo(said.account());
        var again = asking(profile, customer.person());
        assertThat(statement(again, givesUp(profile, absent(profile), again)).account())
                .isEqualTo(ofNobody.account());
    }

    @Test
    void whoIsLockedOutIsCountedLikeWhoIsWrongAndWhoIsNotThere() throws Exception {
        var profile = profile("0807");
        var customer = customer(profile);
        var granted = asking(profile, customer.person());
        var account = statement(granted, granted(profile, customer, granted)).account();
        for (boolean wrong : new boolean[] {true, false}) {
            var request = asking(profile, customer.person());
            BankResult said = statement(request, fails(profile, customer, request, wrong));
            assertThat(said.answer()).isEqualTo(BankAnswer.FAILED);
            assertThat(said.account()).isEqualTo(account);
        }
        var request = asking(profile, customer.person());
        assertThat(statement(request, fails(profile, absent(profile), request, false))
                        .answer())
                .isEqualTo(BankAnswer.FAILED);
    }

    @Test
    void aVisitWithoutAnAccountHasNoStatement() throws Exception {
        var profile = profile("0807");
        var request = asking(profile, customer(profile).person());
        try (var browser = new Browser(bank(profile))) {
            var page = arrive(browser, sign(request));
            var result = accepted(
                    profile,
                    request,
                    browser.post("/authorize/refusal", page, Map.of()).result());
            assertThat(result.code()).isEqualTo(ResultCode.DECLINED);
            assertThat(result.statement()).isEmpty();
        }
    }

    @Test
    void aRequestForAnotherOperatorsKeyIsRefusedAtTheBank() throws Exception {
        var profile = profile("0807");
        var terms = Terms.next("0807", RANDOM);
        var request = request(profile, Purpose.LINK)
                .stating(new StatementTerms(
                        terms.book(),
                        terms.bank(),
                        2,
                        terms.wallet(),
                        terms.person(),
                        terms.link(),
                        terms.session(),
                        terms.nonce()));
        try (var browser = new Browser(bank(profile))) {
            var shown = arrive(browser, sign(request));
            assertThat(shown.status()).isEqualTo(400);
            assertThat(shown.body()).contains("UNKNOWN_STATEMENT_KEY");
        }
    }

    @Test
    void everyBankPublishesAKeyOfItsOwnForEachOperator() throws Exception {
        var one = bankKeys.statementKeys(bank(profile("0807")), 1).byNumber();
        var other = bankKeys.statementKeys(bank(profile("0821")), 1).byNumber();
        assertThat(one.keySet()).containsExactly(1, 2);
        assertThat(one.values()).doesNotContainAnyElementsOf(other.values()).doesNotHaveDuplicates();
    }

    private static LinkRequest asking(BankProfile profile, Person person) {
        var compared = new HashMap<Attribute, String>(Map.of(
                Attribute.NAME_KANJI, person.kanji(),
                Attribute.NAME_KANA, person.kana(),
                Attribute.BIRTH_DATE, person.birthDate().toString(),
                Attribute.PHONE, person.phone(),
                Attribute.ADDRESS, person.address()));
        return request(profile, Purpose.LINK).comparing(compared).stating(Terms.next(profile.code(), RANDOM));
    }

    /** Somebody else with another everything. */
    private static Person stranger(Person person) {
        return new Person(
                person.id(),
                "灯野 太郎",
                "トウノ タロウ",
                "TONO TARO",
                person.birthDate().plusDays(1),
                "00099990000",
                "竹原県若竹市南6-7-8");
    }

    private static BankAnswer expected(Set<String> compares) {
        boolean second = compares.contains("birth-date") || compares.contains("phone") || compares.contains("address");
        if (compares.contains("name-kanji")) {
            return second ? BankAnswer.MTCH : BankAnswer.CMTC;
        }
        // A reading and a birth date are never more than close.
        return compares.contains("name-kana") && compares.contains("birth-date") ? BankAnswer.CMTC : BankAnswer.NOAP;
    }

    private static LinkResult granted(BankProfile profile, Customer customer, LinkRequest request) throws Exception {
        nextCode();
        try (var browser = new Browser(bank(profile))) {
            var consent = identify(browser, arrive(browser, sign(request)), profile, customer);
            var result = accepted(
                    profile,
                    request,
                    browser.post("/authorize/consent", consent, Map.of()).result());
            assertThat(result.code()).isEqualTo(ResultCode.GRANTED);
            return result;
        }
    }

    /** Says whom they mean, and leaves. */
    private static LinkResult givesUp(BankProfile profile, Customer customer, LinkRequest request) throws Exception {
        try (var browser = new Browser(bank(profile))) {
            var page = answer(browser, arrive(browser, sign(request)), profile, customer, 0, true);
            return accepted(
                    profile,
                    request,
                    browser.post("/authorize/refusal", page, Map.of()).result());
        }
    }

    private static LinkResult fails(BankProfile profile, Customer customer, LinkRequest request, boolean wrong)
            throws Exception {
        try (var browser = new Browser(bank(profile))) {
            var page = arrive(browser, sign(request));
            for (int i = 0; i < profile.tries(); i++) {
                for (int step = 0; step < profile.steps().size(); step++) {
                    page = answer(browser, page, profile, customer, step, wrong);
                }
            }
            var result = accepted(profile, request, page.result());
            assertThat(result.code()).isEqualTo(ResultCode.NOT_IDENTIFIED);
            return result;
        }
    }

    /** The statement, which its reader has checked already, and once more here as the engine does. */
    private static BankResult statement(LinkRequest request, LinkResult result) {
        var said = result.statement().orElseThrow().result();
        assertThat(said.nonce()).isEqualTo(request.statement().orElseThrow().nonce());
        assertThat(said.expires()).isGreaterThan(now().toEpochMilli());
        return said;
    }
}
