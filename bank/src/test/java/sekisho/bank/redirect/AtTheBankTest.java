package sekisho.bank.redirect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sekisho.bank.BankInstruction;
import sekisho.bank.CallAnswer;
import sekisho.bank.DeclineReason;
import sekisho.bank.instant.InstantConnector;
import sekisho.bank.instant.InstantSettings;
import sekisho.banksimulator.customers.Customer;
import sekisho.banksimulator.customers.Device;
import sekisho.banksimulator.profile.AskKind;
import sekisho.banksimulator.profile.BankProfile;
import sekisho.protocol.BankId;
import sekisho.protocol.Currency;
import sekisho.protocol.Money;
import sekisho.protocol.OperationId;

/** Both sides of the redirect, each written from docs/bank-redirect.md alone, over HTTP. */
final class AtTheBankTest extends Street {
    static Stream<BankProfile> banks() {
        return onTheWeb();
    }

    @ParameterizedTest
    @MethodSource("banks")
    void whoAnswersRightIsGrantedAndTheResultIsAccepted(BankProfile profile) throws Exception {
        var customer = customer(profile);
        var request = request(profile, Purpose.LINK)
                .comparing(Map.of(Attribute.NAME_KANJI, customer.person().kanji(), Attribute.PHONE, "00000000000"));
        try (var browser = new Browser(bank(profile))) {
            var consent = identify(browser, arrive(browser, sign(request)), profile, customer);
            assertThat(consent.body())
                    .contains(Integer.toString(request.matchingNumber()))
                    .contains("Sekisho（電子マネー）");
            var end = browser.post("/authorize/consent", consent, Map.of());
            assertThat(end.left()).startsWith(issuer + "/link/return?result=");
            var result = accepted(profile, request, end.result());
            assertThat(result.code()).isEqualTo(ResultCode.GRANTED);
            assertThat(result.mandate()).isPresent();
            assertThat(result.shown().orElseThrow().japanese())
                    .endsWith(customer.accounts().getFirst().number().substring(4));
            assertThat(result.match())
                    .containsEntry(
                            Attribute.NAME_KANJI,
                            profile.compares().contains("name-kanji") ? MatchCode.MTCH : MatchCode.NOAP)
                    .containsEntry(
                            Attribute.PHONE, profile.compares().contains("phone") ? MatchCode.NMTC : MatchCode.NOAP);
            assertThat(result.factors()).isNotEmpty();
            assertThat(result.notice().word()).isEqualTo(profile.tells().channel());
            // The way back is over: nothing is left to click on.
            assertThat(browser.get("/authorize").status()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @MethodSource("banks")
    void wrongAbsentAndLockedLookAlikeAndEndAlike(BankProfile profile) throws Exception {
        var wrong = customer(profile);
        List<String> ofWrong = pagesOfFailure(profile, wrong, true);
        // Locked now: right answers do not help.
        List<String> ofLocked = pagesOfFailure(profile, wrong, false);
        List<String> ofAbsent = pagesOfFailure(profile, absent(profile), false);
        assertThat(ofLocked).isEqualTo(ofWrong);
        assertThat(ofAbsent).isEqualTo(ofWrong);
    }

    @Test
    void anAccountHasOneNameInEveryResultAndAnotherForEachMandate() throws Exception {
        var profile = profile("0807");
        var customer = customer(profile);
        var first = link(profile, customer);
        var second = link(profile, customer);
        assertThat(second.account()).isEqualTo(first.account());
        assertThat(second.mandate()).isNotEqualTo(first.mandate());
        try (var browser = new Browser(bank(profile))) {
            var request = request(profile, Purpose.LINK);
            var page = arrive(browser, sign(request));
            var named = answer(browser, page, profile, customer, 0, false);
            var end = browser.post("/authorize/refusal", named, Map.of());
            var result = accepted(profile, request, end.result());
            assertThat(result.code()).isEqualTo(ResultCode.DECLINED);
            assertThat(result.account()).isEqualTo(first.account());
            assertThat(result.mandate()).isEmpty();
        }
    }

    @Test
    void provingThatAnAccountIsOnesOwnGivesNoMandate() throws Exception {
        var profile = profile("0821");
        var customer = customer(profile);
        var request = request(profile, Purpose.PROVE_HOLDER);
        try (var browser = new Browser(bank(profile))) {
            var consent = identify(browser, arrive(browser, sign(request)), profile, customer);
            var result = accepted(
                    profile,
                    request,
                    browser.post("/authorize/consent", consent, Map.of()).result());
            assertThat(result.code()).isEqualTo(ResultCode.GRANTED);
            assertThat(result.mandate()).isEmpty();
            assertThat(simulator
                            .bank("0821")
                            .books()
                            .mandates(customer.accounts().getFirst().token()))
                    .isEmpty();
        }
    }

    @Test
    void aDebitStandsOnTheStatementAndAnEndedMandateDebitsNoMore() throws Exception {
        var profile = profile("0807");
        var customer = customer(profile);
        var mandate = link(profile, customer).mandate().orElseThrow();
        try (var connector = new InstantConnector(InstantSettings.of(new BankId(807), bank(profile), API_KEY));
                var mandates = new BankMandates(bank(profile), API_KEY);
                var browser = new Browser(bank(profile))) {
            assertThat(connector.debit(debit(1, mandate), Duration.ofSeconds(5)))
                    .isInstanceOf(CallAnswer.Settled.class);
            long before = mandates.endedAfter(0).size();
            var account = signIn(browser, profile, customer);
            assertThat(account.body()).contains("245,000円").contains("5,000円").contains("Sekisho（電子マネー）");

            var list = browser.get("/account/mandates");
            NOTICES.clear();
            var ended = browser.post("/account/mandates/" + mandate.hex() + "/end", list, Map.of());
            assertThat(ended.body()).contains("お客さまが解除しました");

            assertThat(connector.debit(debit(2, mandate), Duration.ofSeconds(5)))
                    .isEqualTo(new CallAnswer.Declined(DeclineReason.MANDATE_ENDED));
            var told = mandates.endedAfter(before);
            assertThat(told).hasSize(1);
            assertThat(told.getFirst().mandate()).isEqualTo(mandate);
            assertThat(told.getFirst().by()).isEqualTo(EndedMandate.By.CUSTOMER);
            String notice = NOTICES.poll(5, TimeUnit.SECONDS);
            assertThat(notice).isNotNull();
            assertThat(NoticeReader.read(
                            notice, bank(profile), issuer, bankKeys.keys(bank(profile), notice), Instant.now()))
                    .isEqualTo(new NoticeReader.Notice.Accepted(told.getFirst()));
        }
    }

    @Test
    void whatNamesAnAccountForCountingCannotBeDebited() throws Exception {
        var profile = profile("0807");
        var account = link(profile, customer(profile)).account().orElseThrow();
        try (var connector = new InstantConnector(InstantSettings.of(new BankId(807), bank(profile), API_KEY))) {
            assertThat(connector.debit(debit(3, account), Duration.ofSeconds(5)))
                    .isEqualTo(new CallAnswer.Declined(DeclineReason.ACCOUNT_NOT_FOUND));
        }
    }

    @Test
    void whoComesTooLateIsSentBack() throws Exception {
        var profile = profile("0812");
        var request = request(profile, Purpose.LINK);
        try (var browser = new Browser(bank(profile))) {
            var page = arrive(browser, sign(request));
            assertThat(page.status()).isEqualTo(200);
            lateness = Duration.ofMinutes(10);
            var end = browser.get("/authorize");
            var sent = SentRequest.of(request, Objects.requireNonNull(SENT.get(request.id())));
            var reading = ResultReader.read(
                    end.result(),
                    sent,
                    BINDING,
                    bankKeys.keys(bank(profile), end.result()),
                    Instant.now().plus(lateness));
            assertThat(reading).isInstanceOfSatisfying(Reading.Accepted.class, accepted -> {
                assertThat(accepted.result().code()).isEqualTo(ResultCode.EXPIRED);
                assertThat(accepted.result().account()).isEmpty();
            });
        } finally {
            lateness = Duration.ZERO;
        }
    }

    @Test
    void anotherLanguageLeadsBackToABankAndNowhereElse() {
        try (var browser = new Browser(simulator.address().resolve("/banks"))) {
            assertThat(browser.get("/language?to=en&back=/banks/0807/").body()).contains("Umigiri Bank");
            var inEnglish = browser.post(
                    "/0807/authorize", Map.of("request", sign(request(profile("0807"), Purpose.LINK)), "lang", "en"));
            assertThat(inEnglish.body()).contains("Requested by").contains("Sekisho &lt;e-money&gt;");
            assertThat(browser.get("/language?to=en&back=//example.com/banks").body())
                    .contains("Banks for practice");
        }
    }

    @Test
    void theOperatorEndsItsOwnMandatesAndNobodyElses() throws Exception {
        var profile = profile("0819");
        var mandate = link(profile, customer(profile)).mandate().orElseThrow();
        try (var mandates = new BankMandates(bank(profile), API_KEY)) {
            assertThat(mandates.end(mandate)).isTrue();
            assertThat(mandates.end(mandate)).isTrue();
            assertThat(mandates.endedAfter(0)).hasSize(1);
            assertThat(mandates.end(sekisho.bank.AccountToken.parse("f".repeat(32))))
                    .isFalse();
        }
        try (var stranger = new BankMandates(bank(profile), "a-strangers-secret")) {
            assertThatThrownBy(() -> stranger.end(mandate)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> stranger.endedAfter(0)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void whatIsWrongWithARequestIsSaidAtTheBankAndLeadsNowhere() throws Exception {
        var profile = profile("0812");
        var good = request(profile, Purpose.LINK);
        String signed = sign(good);
        try (var browser = new Browser(bank(profile))) {
            assertRefused(browser, "", "NOT_A_JWS");
            String[] parts = signed.split("\\.", -1);
            String another = sign(request(profile, Purpose.UNLOCK)).split("\\.", -1)[1];
            assertRefused(browser, parts[0] + "." + another + "." + parts[2], "BAD_SIGNATURE");
            assertRefused(browser, new RequestSigner(Keys.next(Curve.P_256)).sign(good), "UNKNOWN_KEY");
            assertRefused(browser, sign(request(profile("0801"), Purpose.LINK)), "WRONG_AUDIENCE");
            assertRefused(browser, sign(at(good, Instant.now().minusSeconds(631))), "EXPIRED");
            assertRefused(browser, sign(at(good, Instant.now().plusSeconds(40))), "NOT_YET");
            assertRefused(browser, sign(to(good, issuer, issuer + "/elsewhere", "sekisho")), "UNKNOWN_RETURN");
            assertRefused(browser, sign(to(good, issuer, issuer + "/link/return", "nobody")), "UNKNOWN_OPERATOR");
            assertRefused(
                    browser,
                    sign(to(good, URI.create("http://localhost:1"), issuer + "/link/return", "sekisho")),
                    "UNKNOWN_OPERATOR");
            assertThat(arrive(browser, signed).status()).isEqualTo(200);
            assertRefused(browser, signed, "ALREADY_USED");
        }
    }

    @Test
    void aRequestIsGoodInTheBrowserThatBroughtItOnly() throws Exception {
        var profile = profile("0807");
        var customer = customer(profile);
        try (var browser = new Browser(bank(profile));
                var other = new Browser(bank(profile))) {
            var consent = identify(browser, arrive(browser, sign(request(profile, Purpose.LINK))), profile, customer);
            assertThat(other.post("/authorize/consent", consent, Map.of()).status())
                    .isEqualTo(403);
            assertThat(browser.post("/authorize/consent", Map.of("csrf", "0".repeat(32)))
                            .status())
                    .isEqualTo(403);
            assertThat(browser.post("/authorize/consent", Map.of()).status()).isEqualTo(403);
            assertThat(browser.post("/authorize/consent", consent, Map.of()).status())
                    .isEqualTo(303);
            // A double click finds that it is over.
            assertThat(browser.post("/authorize/consent", consent, Map.of()).status())
                    .isEqualTo(403);
            assertThat(simulator
                            .bank("0807")
                            .books()
                            .mandates(customer.accounts().getFirst().token()))
                    .hasSize(1);
        }
    }

    @Test
    void pagesAreEscapedAndHaveTheirHeaders() throws Exception {
        var profile = profile("0801");
        try (var browser = new Browser(bank(profile))) {
            var page = arrive(browser, sign(request(profile, Purpose.LINK)));
            var headers = page.response().headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'", "form-action 'self' " + issuer, "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
            assertThat(page.body()).doesNotContain(" style=", "<style", "onclick", "javascript:");
        }
    }

    @Test
    void aMandateOfSomebodyElseIsNotFound() throws Exception {
        var profile = profile("0807");
        var theirs = link(profile, customer(profile)).mandate().orElseThrow();
        try (var browser = new Browser(bank(profile))) {
            var account = signIn(browser, profile, customer(profile));
            assertThat(browser.post("/account/mandates/" + theirs.hex() + "/end", account, Map.of())
                            .status())
                    .isEqualTo(404);
            assertThat(simulator
                            .bank("0807")
                            .books()
                            .mandate(theirs.hex())
                            .orElseThrow()
                            .end())
                    .isNull();
        }
    }

    @Test
    void anAnswerInTheAppThatIsNotTheirsIsANo() throws Exception {
        var profile = profile("0812");
        var customer = customer(profile);
        var request = request(profile, Purpose.LINK);
        try (var browser = new Browser(bank(profile))) {
            var page = answer(browser, arrive(browser, sign(request)), profile, customer, 0, false);
            var waiting = browser.post("/authorize/answers", page, Map.of());
            assertThat(waiting.body()).contains("まだ確認できていません");
            Device device = device(profile, customer);
            var approval = device.open(Instant.now()).orElseThrow();
            assertThat(approval.choices()).hasSize(3).contains(Integer.toString(request.matchingNumber()));
            device.answer(approval.id(), "no", Instant.now());
            assertThat(browser.post("/authorize/answers", page, Map.of()).body())
                    .contains("確認できませんでした");
        }
    }

    private static List<String> pagesOfFailure(BankProfile profile, Customer customer, boolean wrong) throws Exception {
        var request = request(profile, Purpose.LINK);
        var pages = new java.util.ArrayList<String>();
        try (var browser = new Browser(bank(profile))) {
            var page = arrive(browser, sign(request));
            for (int i = 0; i < profile.tries(); i++) {
                for (int step = 0; step < profile.steps().size(); step++) {
                    pages.add(page.status() + page.alike());
                    if (profile.steps().get(step).getFirst().elsewhere()) {
                        // Nothing came to any device if a secret was wrong: it waits, whoever it is.
                        assertThat(device(profile, customer).open(Instant.now()).isPresent())
                                .isEqualTo(wrong && !asksForASecretFirst(profile));
                        var waiting = browser.post("/authorize/answers", page, Map.of());
                        pages.add(waiting.status() + waiting.alike());
                        var end = browser.post("/authorize/refusal", page, Map.of());
                        assertThat(accepted(profile, request, end.result()).account())
                                .isPresent();
                        lock(profile, customer, wrong);
                        return pages;
                    }
                    page = answer(browser, page, profile, customer, step, wrong);
                }
            }
            var result = accepted(profile, request, page.result());
            assertThat(result.code()).isEqualTo(ResultCode.NOT_IDENTIFIED);
            assertThat(result.account()).isPresent();
            assertThat(result.mandate()).isEmpty();
        }
        return pages;
    }

    private static boolean asksForASecretFirst(BankProfile profile) {
        return profile.asks().stream().anyMatch(ask -> ask.kind() == AskKind.KNOWLEDGE);
    }

    /** Where the last step is answered elsewhere only a no counts as a wrong try. */
    private static void lock(BankProfile profile, Customer customer, boolean wrong) throws Exception {
        if (!wrong) {
            return;
        }
        for (int i = 0; i < profile.tries(); i++) {
            try (var browser = new Browser(bank(profile))) {
                var page = arrive(browser, sign(request(profile, Purpose.LINK)));
                for (int step = 0; step + 1 < profile.steps().size(); step++) {
                    page = answer(browser, page, profile, customer, step, false);
                }
                Device device = device(profile, customer);
                device.answer(device.open(Instant.now()).orElseThrow().id(), "no", Instant.now());
                browser.post("/authorize/answers", page, Map.of());
            }
        }
    }

    private static void assertRefused(Browser browser, String signed, String reason) {
        var shown = arrive(browser, signed);
        assertThat(shown.left()).isEmpty();
        assertThat(shown.status()).as(reason).isEqualTo(400);
        assertThat(shown.body()).contains(reason);
    }

    private static BankInstruction.Debit debit(long number, sekisho.bank.AccountToken mandate) {
        return new BankInstruction.Debit(
                new OperationId(RANDOM.nextLong(), number), new BankId(807), mandate, new Money(5_000, Currency.JPY));
    }
}
