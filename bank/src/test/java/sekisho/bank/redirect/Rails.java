package sekisho.bank.redirect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sekisho.bank.backchannel.Backchannel;
import sekisho.bank.backchannel.BackchannelBank;
import sekisho.bank.backchannel.BackchannelRequest;
import sekisho.bank.backchannel.DebitFileExchange;
import sekisho.bank.backchannel.HandingIn;
import sekisho.bank.backchannel.MandateResult;
import sekisho.bank.backchannel.NamedAccount;
import sekisho.bank.backchannel.Sending;
import sekisho.bank.backchannel.SentBackchannel;
import sekisho.bank.backchannel.SentFile;
import sekisho.bank.backchannel.Standing;
import sekisho.banksimulator.customers.Customer;
import sekisho.banksimulator.profile.BankProfile;
import sekisho.formats.zengin.DebitHeader;
import sekisho.formats.zengin.StatementText;
import sekisho.protocol.BankId;

/** Each rail with a bank that has it, and how somebody is identified on it. For tests. */
enum Rails {
    WEB_MANDATE("0812"),
    DECOUPLED("0806"),
    DEPOSIT_CODE("0820"),
    DIRECT_DEBIT_FILE("0832");

    static final DebitHeader COLLECTOR = new DebitHeader("1234567890", "ｾｷｼﾖ", "1127", "0832", "", "001", "", "");

    private final String code;

    Rails(String code) {
        this.code = code;
    }

    BankProfile profile() {
        return Street.profile(code);
    }

    /** How whoever asks gets on. */
    enum Way {
        RIGHT,
        /** With something that is wrong: another number, another code, another name. */
        WRONG,
        /** Nobody answers. */
        SILENT
    }

    /** A trip that has come to its end. */
    interface Trip {
        SentRequest sent();

        /** The bank's word, held to what was kept of the request. */
        Reading read(SentRequest sent, String bindingNow) throws IOException;

        default LinkResult result() throws IOException {
            Reading reading = read(sent(), Street.BINDING);
            assertThat(reading).isInstanceOf(Reading.Accepted.class);
            return ((Reading.Accepted) reading).result();
        }
    }

    /** Somebody goes this way, about a customer's account. */
    Trip travel(LinkRequest request, Customer customer, Way way) throws Exception {
        return switch (this) {
            case WEB_MANDATE -> web(request, customer, way);
            case DECOUPLED -> decoupled(request, customer, way);
            case DEPOSIT_CODE -> depositCode(request, customer, way);
            case DIRECT_DEBIT_FILE -> file(request, customer, way);
        };
    }

    BackchannelBank bank() {
        BankProfile profile = profile();
        return new BackchannelBank(
                new BankId(Integer.parseInt(profile.code())), Street.bank(profile), profile.rail(), Street.API_KEY);
    }

    Backchannel backchannel() {
        return new Backchannel(bank(), Street.bankKeys, new RequestSigner(Street.OUR_KEY), Street::now);
    }

    DebitFileExchange files() {
        return new DebitFileExchange(bank(), Street.bankKeys, new RequestSigner(Street.OUR_KEY), Street::now);
    }

    static NamedAccount account(Customer customer) {
        var account = customer.accounts().getFirst();
        return new NamedAccount(account.branch(), account.number());
    }

    static SentBackchannel taken(Sending sending) {
        assertThat(sending).isInstanceOf(Sending.Taken.class);
        return ((Sending.Taken) sending).sent();
    }

    static SentFile taken(HandingIn handingIn) {
        assertThat(handingIn).isInstanceOf(HandingIn.Taken.class);
        return ((HandingIn.Taken) handingIn).sent();
    }

    /** Later, for the banks and for us. */
    static void wait(Duration duration) {
        Street.lateness = Street.lateness.plus(duration);
    }

    /** The code that leads the last line of an account's statement. */
    static Optional<String> codeOnStatement(BankProfile profile, Customer customer) {
        return Street.simulator
                .bank(profile.code())
                .books()
                .lastEntries(customer.accounts().getFirst().token(), 1)
                .stream()
                .findFirst()
                .flatMap(entry -> StatementText.codeOf(entry.text()));
    }

    private Trip web(LinkRequest request, Customer customer, Way way) throws Exception {
        Street.nextCode();
        String result;
        try (var browser = new Browser(Street.bank(profile()))) {
            var page = Street.arrive(browser, Street.sign(request));
            if (way == Way.RIGHT) {
                var consent = Street.identify(browser, page, profile(), customer);
                result = browser.post("/authorize/consent", consent, Map.of()).result();
            } else {
                var after = Street.answer(browser, page, profile(), customer, 0, way == Way.WRONG);
                result = browser.post("/authorize/refusal", after, Map.of()).result();
            }
        }
        var sent = SentRequest.of(request, java.util.Objects.requireNonNull(Street.SENT.get(request.id())));
        return trip(
                sent,
                (kept, binding) -> ResultReader.read(
                        result, kept, binding, Street.bankKeys.keys(Street.bank(profile()), result), Street.now()));
    }

    private Trip decoupled(LinkRequest request, Customer customer, Way way) throws IOException {
        Backchannel backchannel = backchannel();
        var sent = taken(backchannel.send(new BackchannelRequest(request, account(customer))));
        if (way != Way.SILENT) {
            String number = Integer.toString(way == Way.RIGHT ? request.matchingNumber() : 1);
            pick(customer, number);
        }
        if (way != Way.RIGHT) {
            assertThat(backchannel.ask(sent, Street.BINDING)).isEqualTo(new Standing.Waiting(3));
            wait(Duration.ofMinutes(5));
        }
        return trip(sent.sent(), (kept, binding) -> asked(backchannel, with(sent, kept), binding));
    }

    private Trip depositCode(LinkRequest request, Customer customer, Way way) throws IOException {
        Backchannel backchannel = backchannel();
        var sent = taken(backchannel.send(new BackchannelRequest(request, account(customer))));
        assertThat(sent.tries()).isEqualTo(3);
        switch (way) {
            case RIGHT -> {
                var code = codeOnStatement(profile(), customer).orElseThrow();
                assertThat(backchannel.enter(sent, code, Street.BINDING)).isInstanceOf(Standing.Answered.class);
            }
            case WRONG -> {
                for (int left = 2; left > 0; left--) {
                    assertThat(backchannel.enter(sent, "0000000", Street.BINDING))
                            .isEqualTo(new Standing.Waiting(left));
                }
                assertThat(backchannel.enter(sent, "0000000", Street.BINDING)).isInstanceOf(Standing.Answered.class);
            }
            case SILENT -> {
                assertThat(backchannel.ask(sent, Street.BINDING)).isEqualTo(new Standing.Waiting(3));
                wait(Duration.ofMinutes(14));
            }
        }
        return trip(sent.sent(), (kept, binding) -> asked(backchannel, with(sent, kept), binding));
    }

    private Trip file(LinkRequest request, Customer customer, Way way) throws IOException {
        DebitFileExchange files = files();
        String holder = way == Way.WRONG ? "ダレ カ" : customer.person().kana();
        var asked = new BackchannelRequest(request, account(customer), holder);
        SentFile sent = taken(files.handIn(COLLECTOR, List.of(asked)));
        if (way != Way.SILENT) {
            pick(customer, Integer.toString(request.matchingNumber()));
        }
        assertThat(files.collectMandates(sent, List.of(Street.BINDING))).isEmpty();
        wait(Duration.ofMinutes(2));
        return trip(sent.requests().getFirst(), (kept, binding) -> {
            List<MandateResult> results = files.collectMandates(
                            new SentFile(sent.id(), sent.ready(), List.of(kept)), List.of(binding))
                    .orElseThrow();
            return results.getFirst().reading();
        });
    }

    private void pick(Customer customer, String number) {
        var device = Street.device(profile(), customer);
        device.open(Street.now()).ifPresent(open -> device.answer(open.id(), number, Street.now()));
    }

    private static Reading asked(Backchannel backchannel, SentBackchannel sent, String binding) throws IOException {
        wait(Duration.ofSeconds(1));
        @Nullable Standing standing = backchannel.ask(sent, binding);
        assertThat(standing).isInstanceOf(Standing.Answered.class);
        return ((Standing.Answered) standing).reading();
    }

    private static SentBackchannel with(SentBackchannel sent, SentRequest kept) {
        return new SentBackchannel(kept, sent.id(), sent.interval(), sent.expires(), sent.tries());
    }

    private interface Reads {
        Reading read(SentRequest sent, String bindingNow) throws IOException;
    }

    private static Trip trip(SentRequest sent, Reads reads) {
        return new Trip() {
            @Override
            public SentRequest sent() {
                return sent;
            }

            @Override
            public Reading read(SentRequest kept, String bindingNow) throws IOException {
                return reads.read(kept, bindingNow);
            }
        };
    }
}
