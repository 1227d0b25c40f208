package sekisho.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sekisho.gateway.Gateway;
import sekisho.gateway.GatewaySettings;
import sekisho.node.LogSizes;
import sekisho.node.Node;
import sekisho.node.NodeSettings;
import sekisho.node.Upkeep;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BankId;
import sekisho.protocol.ClientId;
import sekisho.protocol.Command;
import sekisho.protocol.Currency;
import sekisho.protocol.Limit;
import sekisho.protocol.Money;
import sekisho.protocol.Operation;
import sekisho.protocol.OperationId;
import sekisho.protocol.RequestId;
import sekisho.protocol.SettingsCommand;
import sekisho.protocol.TierId;
import sekisho.protocol.TopUpCommand;
import sekisho.protocol.TransferCommand;
import sekisho.protocol.WalletCommand;
import sekisho.protocol.WalletId;

/** What people see of an explanation, and what they are told when there is none. */
final class ExplainCommandTest {
    private static final Currency XTS = Currency.of("XTS");
    private static final TierId TIER = new TierId(1);
    private static final WalletId PAYER = new WalletId(1);
    private static final WalletId PAYEE = new WalletId(2);
    private static final ClientId ONE = new ClientId(1);
    private static final ClientId OTHER = new ClientId(2);

    @TempDir
    static Path home;

    private static RequestId refused;
    private static RequestId shared;
    private static RequestId chained;
    private static RequestId tried;

    @BeforeAll
    static void somethingHappens() {
        var settings = NodeSettings.of(home).withSizes(LogSizes.SMALL).withUpkeep(Upkeep.BY_HAND);
        try (var node = Node.start(settings);
                var gateway = Gateway.connect(GatewaySettings.of(node.address(), ONE))) {
            opening().forEach(gateway::submit);
            refused = gateway.newId();
            gateway.submit(refused, send(2_000));
            shared = gateway.newId();
            gateway.submit(ONE, shared, send(1), 0);
            gateway.submit(OTHER, shared, send(2), 0);
            chained = gateway.newId();
            gateway.submitChain(List.of(gateway.newId(), chained), List.of(send(600), send(500)));
            tried = gateway.newId();
            gateway.submitDry(ONE, tried, send(3));
            node.awaitOutcomes();
        }
    }

    private static List<Command<?>> opening() {
        return List.of(
                new SettingsCommand.DefineCurrency(XTS, 2, true),
                new BankCommand.Register(new BankId(1)),
                new SettingsCommand.SetLimit(TIER, XTS, Operation.TOP_UP, Limit.UNLIMITED),
                new SettingsCommand.SetLimit(TIER, XTS, Operation.SEND, Limit.UNLIMITED),
                new SettingsCommand.SetBalanceCap(TIER, XTS, Limit.NONE),
                new WalletCommand.Open(PAYER, TIER, XTS, 1, 0),
                new WalletCommand.Open(PAYEE, TIER, XTS, 1, 0),
                new TopUpCommand.Received(PAYER, new BankId(1), new Money(1_000, XTS)));
    }

    private static TransferCommand.Send send(long amount) {
        return new TransferCommand.Send(PAYER, PAYEE, new Money(amount, XTS), false, 0);
    }

    private static String uuid(RequestId id) {
        return new UUID(id.high(), id.low()).toString();
    }

    private static Verb explain(String... args) {
        String[] all = new String[args.length + 3];
        all[0] = "explain";
        System.arraycopy(args, 0, all, 1, args.length);
        all[args.length + 1] = "--home";
        all[args.length + 2] = home.toString();
        return Verb.run(all);
    }

    @Test
    void tellsPeopleInSentencesWhatWasAskedAndWhatRefused() {
        Verb told = explain(uuid(refused));
        assertThat(told.exit()).as(told.err()).isZero();
        assertThat(told.out())
                .contains("Request " + uuid(refused))
                .contains("refused, INSUFFICIENT_FUNDS (96): the balance is not enough (what is available: 1,000)")
                .contains("passed   the payee 2 is open")
                .contains("REFUSED  the account holds 1,000, reserved are 0, its floor is 0")
                .contains("What follows from this is what was answered.");
    }

    @Test
    void takesTheIdOfWhatWasBegunToo() {
        OperationId operation = OperationId.of(ONE, refused, 0);
        String hex = new UUID(operation.high(), operation.low()).toString().replace("-", "");
        assertThat(explain(hex).out()).contains("Request " + uuid(refused));
    }

    @Test
    void asksWhoseRequestItWasWhereSeveralHaveTheId() {
        Verb which = explain(uuid(shared));
        assertThat(which.exit()).isEqualTo(1);
        assertThat(which.err()).contains("2 clients used this id", "--client: 1, 2");
        assertThat(explain(uuid(shared), "--client", "2", "--json").out()).contains("\"minorUnits\":2");
    }

    @Test
    void seesWithinAChainWhatItsFormerRequestsDid() {
        Verb told = explain(uuid(chained), "--json");
        assertThat(told.out()).contains("INSUFFICIENT_FUNDS", "\"bound\":397", "\"agreement\":\"AGREES\"");
    }

    @Test
    void tellsThatARequestWasOnlyTried() {
        assertThat(explain(uuid(tried)).out()).contains("tried dry", "accepted");
    }

    @Test
    void saysSoWhenThereIsNoSuchRequest() {
        Verb none = explain("0198c4e2-0000-7000-8000-000000000000");
        assertThat(none.exit()).isEqualTo(1);
        assertThat(none.out()).isEmpty();
        assertThat(none.err()).contains("no request with the id 0198c4e2-0000-7000-8000-000000000000", home.toString());
    }

    @Test
    void refusesWhatIsNoIdAsAWrongCall() {
        Verb wrong = explain("tuesday");
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("an id is 32 hexadecimal digits", "tuesday");
    }

    @Test
    void saysSoWhenNothingEverRanInTheHome(@TempDir Path empty) {
        Verb none = Verb.run("explain", uuid(refused), "--home", empty.toString());
        assertThat(none.exit()).isEqualTo(1);
        assertThat(none.err()).contains("there is no log in " + empty);
    }
}
