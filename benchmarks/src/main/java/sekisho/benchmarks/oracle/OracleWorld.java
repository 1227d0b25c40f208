package sekisho.benchmarks.oracle;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import sekisho.gateway.Gateway;
import sekisho.gateway.Submission;
import sekisho.node.Node;
import sekisho.node.NodeSettings;
import sekisho.protocol.Assertion;
import sekisho.protocol.BankAnswer;
import sekisho.protocol.BankId;
import sekisho.protocol.BankResult;
import sekisho.protocol.BookId;
import sekisho.protocol.CheckpointCommand;
import sekisho.protocol.Command;
import sekisho.protocol.Currency;
import sekisho.protocol.Description;
import sekisho.protocol.Evidence;
import sekisho.protocol.EvidenceKind;
import sekisho.protocol.IdentityCommand;
import sekisho.protocol.OperationId;
import sekisho.protocol.Outcome;
import sekisho.protocol.Purpose;
import sekisho.protocol.RequestId;
import sekisho.protocol.Token;
import sekisho.protocol.WalletCommand;
import sekisho.protocol.WalletId;
import sekisho.server.Server;
import sekisho.server.ServerSettings;
import sekisho.server.engine.ServerClients;
import sekisho.server.founding.FoundedBank;
import sekisho.server.founding.Founding;
import sekisho.server.founding.SoftKey;
import sekisho.server.founding.SoftKeys;
import sekisho.server.identity.Assurance;
import sekisho.server.linking.SupportedBank;
import sekisho.server.linking.SupportedBanks;
import sekisho.server.passkey.RelyingParty;
import sekisho.wire.Challenge;

/**
 * A whole server with a founded book, a bank that signs, and accounts that something is true of: linked to a wallet, locked against links,
 * with a claim that was rejected. The bank alone knows the rest. Its budgets of an address, a bank and a person an hour are off: one
 * browser stands for many people. The engine's own, five failed tries a wallet and day, are as everywhere. Any thread.
 */
final class OracleWorld implements AutoCloseable {
    static final BankId BANK = new BankId(9_401);

    private static final int ISSUER = 1;
    private static final long HOUR = 3_600_000;
    private static final WalletId WALLET = new WalletId(7);
    private static final Token PERSON = new Token(300, 7);
    private static final Token SESSION = new Token(600, 1);
    private static final Token NONCE = new Token(700, 1);

    private final Node node;
    private final Server server;
    private final SigningBank bank;
    private final Gateway gateway;
    private final Founding founding;
    private final SoftKey passkey;
    private final Accounts accounts = new Accounts();

    private OracleWorld(Node node, Server server, SigningBank bank) {
        this.node = node;
        this.server = server;
        this.bank = bank;
        gateway = server.part(Gateway.class);
        founding = server.part(Founding.class);
        passkey = server.part(SoftKeys.class).of("customer");
    }

    /** Starts it in a folder, and makes the accounts. */
    static OracleWorld start(Path folder) {
        Path home = folder.resolve("home");
        Node node = Node.start(NodeSettings.of(home));
        var settings = ServerSettings.of(home)
                .withPort(0)
                .withNode(node.address())
                .withAccessLog(false)
                .withDemo(true)
                .withMore(Map.of(
                        "sekisho.linking.operator", "sekisho",
                        "sekisho.budget.link", Integer.toString(Integer.MAX_VALUE - 1),
                        "sekisho.budget.door", Integer.toString(Integer.MAX_VALUE - 1),
                        "sekisho.budget.door-bank", Integer.toString(Integer.MAX_VALUE - 1)));
        try {
            Server server = Server.start(settings, null, List.of(PlantedLeak.class));
            return found(new OracleWorld(node, server, new SigningBank()));
        } catch (RuntimeException e) {
            node.close();
            throw e;
        }
    }

    private static OracleWorld found(OracleWorld world) {
        try {
            world.found();
            return world;
        } catch (RuntimeException e) {
            world.server.close();
            world.bank.close();
            throw e;
        }
    }

    Server server() {
        return server;
    }

    SigningBank bank() {
        return bank;
    }

    Accounts accounts() {
        return accounts;
    }

    private void found() {
        var issuer = server.part(SoftKeys.class).of("issuer");
        var description =
                new Description(1, 1, 7 | 8 | 16, 15, Description.Notice.APP, true, 0, HOUR, 100_000, 1_000_000);
        founding.found(new Founding.Plan(
                ISSUER, issuer.publicKey(), List.of(new FoundedBank(BANK, description, 1, bank.statementKey()))));
        server.part(SupportedBanks.class)
                .put(new SupportedBank(BANK, "あおなみ銀行", "Aonami Bank", "アオナミ", bank.issuer(), 3));
        open(WALLET, PERSON, passkey);
        accounts.linked().forEach(this::link);
        accounts.locked().forEach(account -> approved(new CheckpointCommand.LockAccount(BANK, account, 1)));
        accounts.rejected().forEach(account -> {
            approved(new CheckpointCommand.LockAccount(BANK, account, 1));
            approved(new CheckpointCommand.RejectClaim(BANK, account, 1));
        });
    }

    /** Opens a wallet that the engine knows to be a verified person's, with a passkey. */
    void open(WalletId wallet, Token person, SoftKey passkey) {
        var issuer = server.part(SoftKeys.class).of("issuer");
        accepted(say(new WalletCommand.Open(wallet, Assurance.UNVERIFIED, Currency.JPY, 0, 0)));
        accepted(say(
                new IdentityCommand.AddAuthenticator(wallet, passkey.credential(), passkey.publicKey(), false, false)));
        long now = System.currentTimeMillis();
        var evidence = new Evidence(
                BookId.FIRST,
                ISSUER,
                new Token(400, wallet.value()),
                EvidenceKind.DEMONSTRATION,
                person,
                wallet,
                passkey.credential(),
                0,
                now,
                now + HOUR,
                1);
        accepted(say(new IdentityCommand.Present(evidence, issuer.sign(evidence.canonical()))));
    }

    private void link(Token account) {
        RequestId id = gateway.newId();
        accepted(owned(id, new CheckpointCommand.Ask(WALLET, BANK, 1, SESSION, NONCE)));
        OperationId link = OperationId.of(ServerClients.SERVER, id, 0);
        accepted(say(new CheckpointCommand.Depart(WALLET, link)));
        var result = new BankResult(
                BookId.FIRST,
                BANK,
                1,
                WALLET,
                PERSON,
                link,
                SESSION,
                account,
                NONCE,
                Purpose.LINK,
                BankAnswer.MTCH,
                System.currentTimeMillis() + HOUR);
        accepted(say(new CheckpointCommand.Report(result, bank.sign(result))));
    }

    private Outcome say(Command<?> command) {
        return outcome(gateway.submit(ServerClients.SERVER, gateway.newId(), command, 0, List.of()));
    }

    private Outcome owned(RequestId id, Command<?> command) {
        var challenge = Challenge.of(BookId.FIRST, ServerClients.SERVER, id, 0, command);
        Assertion own =
                passkey.answer(challenge, server.part(RelyingParty.class).place());
        return outcome(gateway.submit(ServerClients.SERVER, id, command, 0, List.of(own)));
    }

    private void approved(Command<?> command) {
        accepted(founding.approved(command));
    }

    private static Outcome outcome(Submission submission) {
        if (submission instanceof Submission.Answered answered) {
            return answered.answer().outcome();
        }
        throw new IllegalStateException("the engine did not answer: " + submission);
    }

    private static void accepted(Outcome outcome) {
        if (!outcome.accepted()) {
            throw new IllegalStateException("the engine refused what the measure needs: " + outcome);
        }
    }

    @Override
    public void close() {
        server.close();
        node.close();
        bank.close();
    }
}
