package sekisho.bank.redirect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sekisho.bank.backchannel.Backchannel;
import sekisho.bank.backchannel.BackchannelBank;
import sekisho.bank.backchannel.BackchannelRequest;
import sekisho.bank.backchannel.Noticing;
import sekisho.bank.backchannel.Sending;
import sekisho.bank.backchannel.SentBackchannel;
import sekisho.bank.backchannel.Standing;
import sekisho.banksimulator.customers.Approval;
import sekisho.banksimulator.customers.Customer;
import sekisho.protocol.BankAnswer;
import sekisho.protocol.OperationId;

/** Banks that are asked without a browser: what their customers see, and how often anybody may ask. */
final class BackchannelAtTheBankTest extends Street {
    private static final Rails APP = Rails.DECOUPLED;
    private static final Rails CODE = Rails.DEPOSIT_CODE;

    @Test
    void theAppShowsWhoAsksForWhomAndThreeNumbers() throws Exception {
        Customer customer = customer(APP.profile());
        LinkRequest request = EveryRailTest.asking(APP, customer.person());
        try (var bank = APP.backchannel()) {
            SentBackchannel _ = send(bank, request, customer);
            Approval open = device(APP.profile(), customer).open(now()).orElseThrow();
            assertThat(open.choices()).hasSize(3).contains(Integer.toString(request.matchingNumber()));
            assertThat(open.about().ja()).contains("Sekisho", "汐見 ＊＊").doesNotContain("花子");
            try (var browser = new Browser(bank(APP.profile()))) {
                String page = browser.get("/device/" + customer.deviceKey()).body();
                assertThat(page).contains("汐見 ＊＊", "Sekisho").doesNotContain(customer.cardPin());
            }
        }
    }

    @Test
    void anAccountHasOneOpenRequestAndASecondIsLikeOneThatNobodyAnswers() throws Exception {
        Customer customer = customer(APP.profile());
        LinkRequest first = EveryRailTest.asking(APP, customer.person());
        LinkRequest second = EveryRailTest.asking(APP, customer.person());
        try (var bank = APP.backchannel()) {
            SentBackchannel sent = send(bank, first, customer);
            Approval open = device(APP.profile(), customer).open(now()).orElseThrow();
            SentBackchannel more = send(bank, second, customer);
            assertThat(more.expires()).isBetween(sent.expires(), sent.expires().plusSeconds(1));
            assertThat(device(APP.profile(), customer).open(now())).contains(open);
            device(APP.profile(), customer).answer(open.id(), Integer.toString(first.matchingNumber()), now());
            assertThat(bank.ask(sent, BINDING)).isInstanceOf(Standing.Answered.class);
            assertThat(bank.ask(more, BINDING)).isEqualTo(new Standing.Waiting(3));
            Rails.wait(Duration.ofMinutes(5));
            assertThat(answer(bank.ask(more, BINDING))).isEqualTo(BankAnswer.FAILED);
        }
    }

    @Test
    void whoSaysNoIsNotToldOnBeforeTheTimeIsOver() throws Exception {
        Customer customer = customer(APP.profile());
        try (var bank = APP.backchannel()) {
            SentBackchannel sent = send(bank, EveryRailTest.asking(APP, customer.person()), customer);
            var device = device(APP.profile(), customer);
            device.answer(device.open(now()).orElseThrow().id(), "no", now());
            assertThat(bank.ask(sent, BINDING)).isEqualTo(new Standing.Waiting(3));
            assertThat(bank.ask(sent, BINDING)).isEqualTo(new Standing.TooSoon());
        }
    }

    @Test
    void aRequestIsTakenOnceByItsOwnRailAndByTheBankItIsFor() throws Exception {
        Customer customer = customer(APP.profile());
        LinkRequest request = EveryRailTest.asking(APP, customer.person());
        try (var bank = APP.backchannel()) {
            SentBackchannel _ = send(bank, request, customer);
            assertThat(bank.send(new BackchannelRequest(request, Rails.account(customer))))
                    .isEqualTo(new Sending.Refused("ALREADY_USED"));
        }
        var wrongRail = new BackchannelBank(CODE.bank().id(), bank(APP.profile()), "deposit-code", API_KEY);
        LinkRequest other = EveryRailTest.asking(APP, customer.person());
        try (var bank = new Backchannel(wrongRail, bankKeys, new RequestSigner(OUR_KEY), Street::now)) {
            assertThat(bank.send(new BackchannelRequest(other, Rails.account(customer))))
                    .isEqualTo(new Sending.Refused("WRONG_RAIL"));
        }
        try (var browser = new Browser(bank(APP.profile()))) {
            String signed = new RequestSigner(OUR_KEY).signWithoutBrowser(other, java.util.Map.of());
            assertThat(arrive(browser, signed).body()).contains("WRONG_TYPE");
            // Nor does it link on its pages; there its holder proves who they are, and no more.
            assertThat(arrive(browser, sign(other)).body()).contains("WRONG_RAIL");
            assertThat(arrive(browser, sign(request(APP.profile(), Purpose.PROVE_HOLDER)))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void anotherOperatorDoesNotFindARequest() throws Exception {
        Customer customer = customer(APP.profile());
        try (var bank = APP.backchannel();
                var others = new Backchannel(
                        new BackchannelBank(
                                APP.bank().id(), bank(APP.profile()), "decoupled", "another-operators-secret"),
                        bankKeys,
                        new RequestSigner(OUR_KEY),
                        Street::now)) {
            SentBackchannel sent = send(bank, EveryRailTest.asking(APP, customer.person()), customer);
            assertThat(others.ask(sent, BINDING)).isEqualTo(new Standing.Gone());
            LinkRequest request = EveryRailTest.asking(APP, customer.person());
            assertThat(others.send(new BackchannelRequest(request, Rails.account(customer))))
                    .isEqualTo(new Sending.Refused("UNKNOWN_OPERATOR"));
        }
    }

    @Test
    void aCodeLeadsTheStatementAndIsSaidToBeSentEvenWhereItBounced() throws Exception {
        Customer customer = customer(CODE.profile());
        try (var bank = CODE.backchannel()) {
            SentBackchannel sent = send(bank, EveryRailTest.asking(CODE, customer.person()), customer);
            String text = lastText(customer);
            assertThat(text).matches("[0-9]{6} SEKISHO");
            SentBackchannel bounced = send(bank, EveryRailTest.asking(CODE, customer.person()), absent(CODE.profile()));
            assertThat(bounced.tries()).isEqualTo(sent.tries());
            assertThat(bounced.interval()).isEqualTo(sent.interval());
            assertThat(bank.enter(bounced, text, BINDING)).isEqualTo(new Standing.Waiting(2));
            // People type the whole line as well as the digits.
            assertThat(answer(bank.enter(sent, text, BINDING))).isIn(BankAnswer.MTCH, BankAnswer.CMTC);
        }
    }

    @Test
    void theRightCodeAfterThreeWrongOnesIsTooLate() throws Exception {
        Customer customer = customer(CODE.profile());
        try (var bank = CODE.backchannel()) {
            SentBackchannel sent = send(bank, EveryRailTest.asking(CODE, customer.person()), customer);
            String code = Rails.codeOnStatement(CODE.profile(), customer).orElseThrow();
            for (int i = 0; i < 2; i++) {
                assertThat(bank.enter(sent, other6(code), BINDING)).isInstanceOf(Standing.Waiting.class);
            }
            assertThat(answer(bank.enter(sent, other6(code), BINDING))).isEqualTo(BankAnswer.FAILED);
            assertThat(answer(bank.enter(sent, code, BINDING))).isEqualTo(BankAnswer.FAILED);
        }
    }

    @Test
    void anAccountIsSentFiveCodesADayAndASourceAsksTenTimes() throws Exception {
        Customer customer = customer(CODE.profile());
        int lines = lines(customer);
        try (var bank = CODE.backchannel()) {
            for (int i = 0; i < 7; i++) {
                SentBackchannel _ = send(bank, EveryRailTest.asking(CODE, customer.person()), customer);
                Rails.wait(Duration.ofMinutes(15));
            }
            assertThat(lines(customer)).isEqualTo(lines + 5);
            LinkRequest one = EveryRailTest.asking(CODE, customer.person());
            int sentTo = 0;
            for (int i = 0; i < 12; i++) {
                Customer next = customer(CODE.profile());
                int before = lines(next);
                SentBackchannel _ = send(bank, again(one), next);
                sentTo += lines(next) - before;
            }
            assertThat(sentTo).isEqualTo(10);
        }
    }

    @Test
    void aDepositTellsTheHolderOfALinkAndTheListSaysThatItWasSeen() throws Exception {
        Customer customer = customer(APP.profile());
        LinkRequest request = EveryRailTest.asking(APP, customer.person());
        var sent = APP.travel(request, customer, Rails.Way.RIGHT);
        assertThat(sent.result().code()).isEqualTo(ResultCode.GRANTED);
        var terms = request.statement().orElseThrow();
        try (var bank = APP.backchannel();
                var statements = new BankStatements(
                        new BankStatements.Source(bank(APP.profile()), terms.bank(), terms.book(), API_KEY),
                        bankKeys,
                        Street::now)) {
            int before = statements.after(0).size();
            var notice = (Noticing.Sent) bank.sendNotice(terms.book(), terms.link());
            String code = Rails.codeOnStatement(APP.profile(), customer).orElseThrow();
            assertThat(bank.enterNotice(notice.id(), other6(code))).isEqualTo(Optional.of(2));
            assertThat(bank.sendNotice(terms.book(), terms.link()))
                    .isEqualTo(new Noticing.Sent(notice.id(), notice.expires(), 2));
            assertThat(bank.enterNotice(notice.id(), code)).isEmpty();
            var said = statements
                    .after(0)
                    .subList(before, before + 1)
                    .getFirst()
                    .statement()
                    .result();
            assertThat(said.answer()).isEqualTo(BankAnswer.DELIVERED);
            assertThat(said.link()).isEqualTo(terms.link());
            assertThat(bank.sendNotice(terms.book(), new OperationId(1, 2))).isInstanceOf(Noticing.Refused.class);
        }
    }

    private static SentBackchannel send(Backchannel bank, LinkRequest request, Customer customer) throws Exception {
        return Rails.taken(bank.send(new BackchannelRequest(request, Rails.account(customer))));
    }

    private static BankAnswer answer(Standing standing) {
        assertThat(standing).isInstanceOf(Standing.Answered.class);
        Reading reading = ((Standing.Answered) standing).reading();
        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        return ((Reading.Accepted) reading)
                .result()
                .statement()
                .orElseThrow()
                .result()
                .answer();
    }

    /** Another request of the same wallet. */
    private static LinkRequest again(LinkRequest request) {
        return request(CODE.profile(), Purpose.LINK)
                .comparing(request.compared())
                .stating(request.statement().orElseThrow());
    }

    private static String other6(String code) {
        return code.equals("000000") ? "111111" : "000000";
    }

    private static int lines(Customer customer) {
        return simulator
                .bank(CODE.profile().code())
                .books()
                .lastEntries(customer.accounts().getFirst().token(), 100)
                .size();
    }

    private static String lastText(Customer customer) {
        return simulator
                .bank(CODE.profile().code())
                .books()
                .lastEntries(customer.accounts().getFirst().token(), 1)
                .getFirst()
                .text();
    }
}
