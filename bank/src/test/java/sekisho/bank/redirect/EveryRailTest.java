package sekisho.bank.redirect;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sekisho.banksimulator.customers.Customer;
import sekisho.banksimulator.customers.Person;
import sekisho.protocol.BankAnswer;
import sekisho.protocol.BankId;
import sekisho.protocol.BankResult;
import sekisho.protocol.BookId;
import sekisho.protocol.OperationId;
import sekisho.protocol.WalletId;

/**
 * The contract of all connectors that find out whose an account is, each with a bank of its own over HTTP. (FAPI's request is
 * the bank's own; its refusals are in {@code ArrivalRefusalTest}.)
 */
final class EveryRailTest extends Street {

    @ParameterizedTest
    @EnumSource
    void aBanksWordIsBoundToEverythingThatWasAsked(Rails rail) throws Exception {
        Customer customer = customer(rail.profile());
        LinkRequest request = asking(rail, customer.person());
        LinkResult result = rail.travel(request, customer, Rails.Way.RIGHT).result();
        assertThat(result.code()).isEqualTo(ResultCode.GRANTED);
        assertThat(result.mandate()).isPresent();
        assertThat(result.factors()).isNotEmpty();
        StatementTerms asked = request.statement().orElseThrow();
        BankResult said = result.statement().orElseThrow().result();
        assertThat(new StatementTerms(
                        said.book(),
                        said.bank(),
                        said.key(),
                        said.wallet(),
                        said.person(),
                        said.link(),
                        said.session(),
                        said.nonce()))
                .isEqualTo(asked);
        assertThat(said.answer())
                .isEqualTo(rail.profile().compares().contains("name-kanji") ? BankAnswer.MTCH : BankAnswer.CMTC);
        assertThat(said.purpose()).isEqualTo(sekisho.protocol.Purpose.LINK);
        assertThat(said.account().names()).isTrue();
        assertThat(said.expires())
                .isBetween(
                        now().toEpochMilli(), now().plus(Duration.ofMinutes(10)).toEpochMilli());
    }

    @ParameterizedTest
    @EnumSource
    void everyOtherBindingIsRefusedByItsCode(Rails rail) throws Exception {
        Customer customer = customer(rail.profile());
        Rails.Trip trip = rail.travel(asking(rail, customer.person()), customer, Rails.Way.RIGHT);
        for (var wrong : wrongKept(trip.sent()).entrySet()) {
            assertThat(trip.read(wrong.getValue(), wrong.getValue().binding()))
                    .as("%s", wrong.getKey())
                    .isEqualTo(new Reading.Refused(wrong.getKey()));
        }
        for (var wrong : wrongTerms().entrySet()) {
            StatementTerms terms =
                    wrong.getValue().apply(trip.sent().statement().orElseThrow());
            assertThat(trip.read(stating(trip.sent(), Optional.of(terms)), BINDING))
                    .as("%s", wrong.getKey())
                    .isEqualTo(new Reading.Refused(wrong.getKey()));
        }
        assertThat(trip.read(trip.sent(), "c".repeat(43))).isEqualTo(new Reading.Refused(ResultRefusal.WRONG_SESSION));
        assertThat(trip.read(trip.sent(), BINDING)).isInstanceOf(Reading.Accepted.class);
        Rails.wait(Duration.ofMinutes(3));
        assertThat(trip.read(trip.sent(), BINDING)).isEqualTo(new Reading.Refused(ResultRefusal.EXPIRED));
    }

    @ParameterizedTest
    @EnumSource
    void whoIsNotThereIsLockedOrWrongIsToldTheSameAndCounted(Rails rail) throws Exception {
        Customer customer = customer(rail.profile());
        var granted = rail.travel(asking(rail, customer.person()), customer, Rails.Way.RIGHT)
                .result();
        var wrong = fails(rail, customer, Rails.Way.WRONG);
        assertThat(wrong.account()).isEqualTo(granted.account());
        assertThat(fails(rail, customer, Rails.Way.SILENT))
                .usingRecursiveComparison()
                .ignoringFields("id", "statement", "code")
                .isEqualTo(wrong);
        Customer nobody = absent(rail.profile());
        var absent = fails(rail, nobody, rail == Rails.WEB_MANDATE ? Rails.Way.WRONG : Rails.Way.SILENT);
        assertThat(absent.account()).isPresent().isNotEqualTo(granted.account());
        assertThat(fails(rail, nobody, Rails.Way.WRONG).account()).isEqualTo(absent.account());
        lock(rail, customer);
        var locked = fails(rail, customer, rail == Rails.WEB_MANDATE ? Rails.Way.WRONG : Rails.Way.SILENT);
        assertThat(locked.account()).isEqualTo(granted.account());
    }

    @ParameterizedTest
    @EnumSource
    void somebodyElsesAccountIsNoMatchAndBringsNoMandate(Rails rail) throws Exception {
        Customer customer = customer(rail.profile());
        var other = new Person(
                "other",
                "灯野 太郎",
                "トウノ タロウ",
                "TONO TARO",
                customer.person().birthDate().plusDays(1),
                "00099990000",
                "竹原県");
        var result = rail.travel(asking(rail, other), customer, Rails.Way.RIGHT).result();
        assertThat(result.code()).isEqualTo(ResultCode.GRANTED);
        assertThat(result.mandate()).isEmpty();
        assertThat(result.statement().orElseThrow().result().answer()).isEqualTo(BankAnswer.NMTC);
    }

    private static LinkResult fails(Rails rail, Customer customer, Rails.Way way) throws Exception {
        var result = rail.travel(asking(rail, customer.person()), customer, way).result();
        // Over the web whoever leaves has declined; elsewhere nobody can.
        assertThat(result.code())
                .isEqualTo(rail == Rails.WEB_MANDATE ? ResultCode.DECLINED : ResultCode.NOT_IDENTIFIED);
        assertThat(result.mandate()).isEmpty();
        assertThat(result.shown()).isEmpty();
        var said = result.statement().orElseThrow().result();
        assertThat(said.answer()).isEqualTo(BankAnswer.FAILED);
        assertThat(result.account().orElseThrow().hex())
                .isEqualTo("%016x%016x"
                        .formatted(said.account().high(), said.account().low()));
        return result;
    }

    /** So many wrong tries on the bank's own pages that it lets nobody in. */
    private static void lock(Rails rail, Customer customer) {
        var profile = rail.profile();
        for (int i = 0; i < profile.tries(); i++) {
            try (var browser = new Browser(bank(profile))) {
                var page = browser.get("/sign-in");
                for (int step = 0; step < profile.steps().size(); step++) {
                    page = browser.post(
                            "/sign-in/answers",
                            page,
                            answers(profile, customer, profile.steps().get(step), page, true));
                }
            }
        }
    }

    static LinkRequest asking(Rails rail, Person person) {
        var compared = new HashMap<Attribute, String>(Map.of(
                Attribute.NAME_KANJI, person.kanji(),
                Attribute.NAME_KANA, person.kana(),
                Attribute.BIRTH_DATE, person.birthDate().toString(),
                Attribute.PHONE, person.phone(),
                Attribute.ADDRESS, person.address()));
        return request(rail.profile(), Purpose.LINK)
                .comparing(compared)
                .stating(Terms.next(rail.profile().code(), RANDOM));
    }

    private static Map<ResultRefusal, SentRequest> wrongKept(SentRequest sent) {
        var wrong = new HashMap<ResultRefusal, SentRequest>();
        wrong.put(ResultRefusal.WRONG_AUDIENCE, kept(sent, URI.create("http://127.0.0.1:1"), sent.bank()));
        wrong.put(ResultRefusal.WRONG_ISSUER, kept(sent, sent.issuer(), bank(profile("0801"))));
        wrong.put(
                ResultRefusal.WRONG_NONCE,
                new SentRequest(
                        sent.issuer(),
                        sent.bank(),
                        sent.expiresAt(),
                        OpaqueId.next(RANDOM),
                        sent.purpose(),
                        sent.reference(),
                        sent.binding(),
                        sent.asked(),
                        sent.digest(),
                        sent.statement()));
        wrong.put(
                ResultRefusal.WRONG_PURPOSE,
                new SentRequest(
                        sent.issuer(),
                        sent.bank(),
                        sent.expiresAt(),
                        sent.nonce(),
                        Purpose.UNLOCK,
                        sent.reference(),
                        sent.binding(),
                        sent.asked(),
                        sent.digest(),
                        sent.statement()));
        wrong.put(
                ResultRefusal.WRONG_REFERENCE,
                new SentRequest(
                        sent.issuer(),
                        sent.bank(),
                        sent.expiresAt(),
                        sent.nonce(),
                        sent.purpose(),
                        new OpaqueId(sent.reference().hex().substring(0, 20) + "0".repeat(12)),
                        sent.binding(),
                        sent.asked(),
                        sent.digest(),
                        sent.statement()));
        wrong.put(
                ResultRefusal.WRONG_BINDING,
                new SentRequest(
                        sent.issuer(),
                        sent.bank(),
                        sent.expiresAt(),
                        sent.nonce(),
                        sent.purpose(),
                        sent.reference(),
                        "d".repeat(43),
                        sent.asked(),
                        sent.digest(),
                        sent.statement()));
        wrong.put(
                ResultRefusal.WRONG_REQUEST,
                new SentRequest(
                        sent.issuer(),
                        sent.bank(),
                        sent.expiresAt(),
                        sent.nonce(),
                        sent.purpose(),
                        sent.reference(),
                        sent.binding(),
                        sent.asked(),
                        "e".repeat(43),
                        sent.statement()));
        wrong.put(
                ResultRefusal.WRONG_MATCH,
                new SentRequest(
                        sent.issuer(),
                        sent.bank(),
                        sent.expiresAt(),
                        sent.nonce(),
                        sent.purpose(),
                        sent.reference(),
                        sent.binding(),
                        Set.of(Attribute.PHONE),
                        sent.digest(),
                        sent.statement()));
        wrong.put(ResultRefusal.STATEMENT_NOT_ASKED_FOR, stating(sent, Optional.empty()));
        return wrong;
    }

    private static SentRequest kept(SentRequest sent, URI issuer, URI bank) {
        return new SentRequest(
                issuer,
                bank,
                sent.expiresAt(),
                sent.nonce(),
                sent.purpose(),
                sent.reference(),
                sent.binding(),
                sent.asked(),
                sent.digest(),
                sent.statement());
    }

    private static SentRequest stating(SentRequest sent, Optional<StatementTerms> terms) {
        return new SentRequest(
                sent.issuer(),
                sent.bank(),
                sent.expiresAt(),
                sent.nonce(),
                sent.purpose(),
                sent.reference(),
                sent.binding(),
                sent.asked(),
                sent.digest(),
                terms);
    }

    private static Map<ResultRefusal, UnaryOperator<StatementTerms>> wrongTerms() {
        var token = Terms.token(RANDOM);
        return Map.of(
                ResultRefusal.STATEMENT_OF_ANOTHER_BOOK,
                it -> new StatementTerms(
                        new BookId(7),
                        it.bank(),
                        it.key(),
                        it.wallet(),
                        it.person(),
                        it.link(),
                        it.session(),
                        it.nonce()),
                ResultRefusal.STATEMENT_OF_ANOTHER_BANK,
                it -> new StatementTerms(
                        it.book(),
                        new BankId(1),
                        it.key(),
                        it.wallet(),
                        it.person(),
                        it.link(),
                        it.session(),
                        it.nonce()),
                ResultRefusal.STATEMENT_BY_ANOTHER_KEY,
                it -> new StatementTerms(
                        it.book(), it.bank(), 2, it.wallet(), it.person(), it.link(), it.session(), it.nonce()),
                ResultRefusal.STATEMENT_FOR_ANOTHER_WALLET,
                it -> new StatementTerms(
                        it.book(),
                        it.bank(),
                        it.key(),
                        new WalletId(5),
                        it.person(),
                        it.link(),
                        it.session(),
                        it.nonce()),
                ResultRefusal.STATEMENT_FOR_ANOTHER_PERSON,
                it -> new StatementTerms(
                        it.book(), it.bank(), it.key(), it.wallet(), token, it.link(), it.session(), it.nonce()),
                ResultRefusal.STATEMENT_FOR_ANOTHER_LINK,
                it -> new StatementTerms(
                        it.book(),
                        it.bank(),
                        it.key(),
                        it.wallet(),
                        it.person(),
                        new OperationId(3, 4),
                        it.session(),
                        it.nonce()),
                ResultRefusal.STATEMENT_FOR_ANOTHER_SESSION,
                it -> new StatementTerms(
                        it.book(), it.bank(), it.key(), it.wallet(), it.person(), it.link(), token, it.nonce()),
                ResultRefusal.STATEMENT_WITH_ANOTHER_NONCE,
                it -> new StatementTerms(
                        it.book(), it.bank(), it.key(), it.wallet(), it.person(), it.link(), it.session(), token));
    }
}
