package sekisho.bank.redirect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sekisho.banksimulator.customers.Customer;
import sekisho.banksimulator.profile.BankProfile;
import sekisho.banksimulator.profile.FictionalBanks;
import sekisho.protocol.BankAnswer;
import sekisho.protocol.BankId;
import sekisho.protocol.BookId;
import sekisho.protocol.DoorResult;
import sekisho.protocol.OperationId;

/** Somebody whom nobody knows, sent to every bank over HTTP: what it says of them, and that it is what was asked for. */
final class DoorAtTheBankTest extends Street {
    static Stream<BankProfile> banks() {
        return FictionalBanks.all().stream();
    }

    @ParameterizedTest
    @MethodSource("banks")
    void everyBankSaysWhoseAccountItIsAndCountsEveryTryOnIt(BankProfile profile) throws Exception {
        var customer = customer(profile);
        nextCode();
        var proving = asking(profile, Purpose.PROVE_HOLDER, 1);
        DoorReading.Accepted proved = granted(profile, customer, proving);
        DoorResult said = said(proved);
        assertThat(said.answer()).isEqualTo(BankAnswer.MTCH);
        assertThat(said.purpose()).isEqualTo(sekisho.protocol.Purpose.DOOR);
        assertThat(proved.result().mandate()).isEmpty();
        assertThat(proved.result().factors()).isNotEmpty();

        var left = asking(profile, Purpose.UNLOCK, 1);
        DoorResult failed = said(leaves(profile, customer, left));
        assertThat(failed.answer()).isEqualTo(BankAnswer.FAILED);
        assertThat(failed.account()).isEqualTo(said.account());

        var nobody = asking(profile, Purpose.PROVE_HOLDER, 1);
        DoorResult ofNobody = said(leaves(profile, absent(profile), nobody));
        assertThat(ofNobody.answer()).isEqualTo(BankAnswer.FAILED);
        assertThat(ofNobody.account()).isNotEqualTo(said.account());
    }

    @Test
    void theHolderIsToldByTheBank() throws Exception {
        var profile = profile("0821");
        var customer = customer(profile);
        DoorReading.Accepted _ = granted(profile, customer, asking(profile, Purpose.UNLOCK, 1));
        assertThat(device(profile, customer).messages())
                .anySatisfy(message -> assertThat(message.text().en()).contains("lift the lock"));
    }

    @Test
    void aVisitThatNamedNoAccountHasNoStatement() throws Exception {
        var profile = profile("0807");
        var request = asking(profile, Purpose.PROVE_HOLDER, 1);
        try (var browser = new Browser(bank(profile))) {
            var page = arrive(browser, sign(request));
            var accepted = accepted(
                    profile,
                    request,
                    browser.post("/authorize/refusal", page, Map.of()).result());
            assertThat(accepted.said()).isEmpty();
            assertThat(accepted.result().code()).isEqualTo(ResultCode.DECLINED);
        }
    }

    @Test
    void aRequestForAnotherOperatorsKeyIsRefusedAtTheBank() throws Exception {
        var profile = profile("0807");
        try (var browser = new Browser(bank(profile))) {
            var shown = arrive(browser, sign(asking(profile, Purpose.PROVE_HOLDER, 2)));
            assertThat(shown.status()).isEqualTo(400);
            assertThat(shown.body()).contains("UNKNOWN_STATEMENT_KEY");
        }
    }

    private static DoorRequest asking(BankProfile profile, Purpose purpose, int key) {
        return new DoorRequest(
                request(profile, purpose),
                new DoorTerms(
                        BookId.FIRST,
                        new BankId(Integer.parseInt(profile.code())),
                        key,
                        new OperationId(RANDOM.nextLong(), RANDOM.nextLong() | 1),
                        Terms.token(RANDOM),
                        Terms.token(RANDOM)));
    }

    private static DoorReading.Accepted granted(BankProfile profile, Customer customer, DoorRequest request)
            throws Exception {
        try (var browser = new Browser(bank(profile))) {
            var consent = identify(browser, arrive(browser, sign(request)), profile, customer);
            return accepted(
                    profile,
                    request,
                    browser.post("/authorize/consent", consent, Map.of()).result());
        }
    }

    /** Says whom they mean, and leaves. */
    private static DoorReading.Accepted leaves(BankProfile profile, Customer customer, DoorRequest request)
            throws Exception {
        try (var browser = new Browser(bank(profile))) {
            var page = answer(browser, arrive(browser, sign(request)), profile, customer, 0, true);
            return accepted(
                    profile,
                    request,
                    browser.post("/authorize/refusal", page, Map.of()).result());
        }
    }

    private static String sign(DoorRequest request) {
        String signed = new RequestSigner(OUR_KEY).sign(request);
        SENT.put(request.asked().id(), signed);
        return signed;
    }

    private static DoorReading.Accepted accepted(BankProfile profile, DoorRequest request, String result)
            throws Exception {
        var sent = SentDoorRequest.of(
                request, Objects.requireNonNull(SENT.get(request.asked().id())));
        var reading = DoorReader.read(result, sent, BINDING, bankKeys.keys(bank(profile), result), now());
        assertThat(reading).isInstanceOf(DoorReading.Accepted.class);
        return (DoorReading.Accepted) reading;
    }

    /** The statement, which its reader has held to what was asked already. */
    private static DoorResult said(DoorReading.Accepted accepted) {
        return accepted.said().orElseThrow().result();
    }
}
