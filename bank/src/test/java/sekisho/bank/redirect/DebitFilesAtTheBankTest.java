package sekisho.bank.redirect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sekisho.bank.backchannel.BackchannelRequest;
import sekisho.bank.backchannel.DebitFileExchange;
import sekisho.bank.backchannel.HandingIn;
import sekisho.bank.backchannel.MandateResult;
import sekisho.bank.backchannel.SentFile;
import sekisho.banksimulator.books.EndedBy;
import sekisho.banksimulator.customers.Customer;
import sekisho.formats.zengin.DebitEntry;
import sekisho.formats.zengin.DebitFile;
import sekisho.formats.zengin.DebitResult;
import sekisho.formats.zengin.DepositType;
import sekisho.formats.zengin.Ending;
import sekisho.formats.zengin.Novelty;
import sekisho.formats.zengin.Stage;
import sekisho.formats.zengin.ZenginText;

/** Zengin's files there and back: mandates with a signed word beside each, and debits under them. */
final class DebitFilesAtTheBankTest extends Street {
    private static final Rails FILE = Rails.DIRECT_DEBIT_FILE;

    @Test
    void aFileOfMandatesSaysOfEachWhatTheBanksWordSays() throws Exception {
        Customer calls = customer(FILE.profile());
        Customer silent = customer(FILE.profile());
        Customer nobody = absent(FILE.profile());
        try (var files = FILE.files()) {
            SentFile sent = handIn(files, List.of(calls, silent, nobody));
            assertThat(results(files, sent)).isEmpty();
            Rails.wait(Duration.ofMinutes(2));
            List<MandateResult> results = results(files, sent);
            assertThat(results)
                    .extracting(MandateResult::code)
                    .containsExactly(DebitResult.DONE, DebitResult.OTHER, DebitResult.OTHER);
            assertThat(results)
                    .extracting(
                            one -> ((Reading.Accepted) one.reading()).result().code())
                    .containsExactly(ResultCode.GRANTED, ResultCode.NOT_IDENTIFIED, ResultCode.NOT_IDENTIFIED);
            assertThat(results(files, sent)).hasSize(3);
        }
    }

    @Test
    void aFileIsTakenWholeOrNotAtAll() throws Exception {
        Customer customer = customer(FILE.profile());
        try (var files = FILE.files()) {
            BackchannelRequest good = request(customer, customer.person().kana());
            assertThat(files.handIn(Rails.COLLECTOR, List.of(good))).isInstanceOf(HandingIn.Taken.class);
            assertThat(files.handIn(Rails.COLLECTOR, List.of(request(customer, "シオミ"), good)))
                    .isEqualTo(new HandingIn.Refused("request 2: ALREADY_USED"));
            assertThatThrownBy(() -> files.handIn(Rails.COLLECTOR, List.of(request(customer, "汐見 花子"))))
                    .hasMessageContaining("kana");
        }
    }

    @Test
    void debitsMoveUnderTheirMandateOnceAndEveryOtherOneHasItsCode() throws Exception {
        Customer customer = customer(FILE.profile());
        Customer ended = customer(FILE.profile());
        try (var files = FILE.files()) {
            OpaqueId mandate = mandate(files, customer);
            OpaqueId endedOne = mandate(files, ended);
            var books = simulator.bank(FILE.profile().code()).books();
            books.mandates(ended.accounts().getFirst().token())
                    .forEach(one -> books.endMandate(one.token(), EndedBy.CUSTOMER));
            var file = debits(List.of(
                    debit(customer, mandate, 1_000),
                    debit(customer, mandate, 900_000),
                    debit(ended, endedOne, 1_000),
                    debit(customer, OpaqueId.next(RANDOM), 1_000)));
            SentFile sent = Rails.taken(files.handIn(file));
            assertThat(Rails.taken(files.handIn(file)).id()).isEqualTo(sent.id());
            assertThat(files.collectDebits(sent)).isEmpty();
            Rails.wait(Duration.ofMinutes(2));
            for (int i = 0; i < 2; i++) {
                assertThat(files.collectDebits(sent).orElseThrow().entries())
                        .extracting(DebitEntry::result)
                        .containsExactly(
                                DebitResult.DONE,
                                DebitResult.INSUFFICIENT_FUNDS,
                                DebitResult.STOPPED_BY_HOLDER,
                                DebitResult.NO_MANDATE);
            }
            assertThat(books.account(customer.accounts().getFirst().token())
                            .orElseThrow()
                            .balance())
                    .isEqualTo(249_000);
            assertThat(files.collectDebits(sent).orElseThrow().bytes()).hasSize(7 * 122);
        }
    }

    private static OpaqueId mandate(DebitFileExchange files, Customer customer) throws Exception {
        SentFile sent = handIn(files, List.of(customer));
        Rails.wait(Duration.ofMinutes(2));
        assertThat(results(files, sent).getFirst().code()).isEqualTo(DebitResult.DONE);
        return sent.requests().getFirst().reference();
    }

    /** The first of them calls the bank. */
    private static SentFile handIn(DebitFileExchange files, List<Customer> customers) throws Exception {
        var requests = new ArrayList<BackchannelRequest>();
        for (Customer customer : customers) {
            requests.add(request(customer, customer.person().kana()));
        }
        SentFile sent = Rails.taken(files.handIn(Rails.COLLECTOR, requests));
        var device = device(FILE.profile(), customers.getFirst());
        String number = Integer.toString(requests.getFirst().asked().matchingNumber());
        device.answer(device.open(now()).orElseThrow().id(), number, now());
        return sent;
    }

    private static BackchannelRequest request(Customer customer, String holder) {
        return new BackchannelRequest(EveryRailTest.asking(FILE, customer.person()), Rails.account(customer), holder);
    }

    private static List<MandateResult> results(DebitFileExchange files, SentFile sent) throws Exception {
        return files.collectMandates(
                        sent, sent.requests().stream().map(_ -> BINDING).toList())
                .orElse(List.of());
    }

    private static DebitFile debits(List<DebitEntry> entries) {
        return new DebitFile(
                sekisho.formats.zengin.Purpose.DEBIT,
                Stage.REQUEST,
                Rails.COLLECTOR,
                entries,
                new Ending(Ending.Line.CR_LF, false));
    }

    private static DebitEntry debit(Customer customer, OpaqueId mandate, long amount) {
        var account = customer.accounts().getFirst();
        return new DebitEntry(
                FILE.profile().code(),
                "",
                account.branch(),
                "",
                DepositType.ORDINARY,
                account.number(),
                ZenginText.of(customer.person().kana()).orElseThrow(),
                amount,
                Novelty.NEITHER,
                DebitFileExchange.customerNumber(mandate),
                DebitResult.DONE);
    }
}
