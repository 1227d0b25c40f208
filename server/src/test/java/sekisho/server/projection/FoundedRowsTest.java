package sekisho.server.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import sekisho.formats.matching.Attribute;
import sekisho.gateway.Gateway;
import sekisho.gateway.Submission;
import sekisho.identity.Source;
import sekisho.protocol.Assertion;
import sekisho.protocol.BankAnswer;
import sekisho.protocol.BankId;
import sekisho.protocol.BankResult;
import sekisho.protocol.BookId;
import sekisho.protocol.CheckpointCommand;
import sekisho.protocol.Command;
import sekisho.protocol.Currency;
import sekisho.protocol.EvidenceKind;
import sekisho.protocol.IdentityCommand;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.Purpose;
import sekisho.protocol.Refused;
import sekisho.protocol.RequestId;
import sekisho.protocol.Token;
import sekisho.protocol.WalletCommand;
import sekisho.protocol.WalletId;
import sekisho.server.database.Database;
import sekisho.server.database.TestDatabase;
import sekisho.server.engine.ServerClients;
import sekisho.server.founding.SoftKey;
import sekisho.server.founding.SoftKeys;
import sekisho.server.history.Authenticators;
import sekisho.server.history.LinkState;
import sekisho.server.history.Links;
import sekisho.server.identity.Assurance;
import sekisho.server.identity.Issuer;
import sekisho.server.identity.KeptEvidence;
import sekisho.server.passkey.RelyingParty;
import sekisho.server.testing.RunningServer;
import sekisho.server.testing.SharedFoundedServer;
import sekisho.wire.Challenge;

/** Of a founded book the tables say when a link moves on and until when a wallet rests, as the engine does, and a rebuild says the same. */
@ExtendWith(SharedFoundedServer.class)
final class FoundedRowsTest {
    private static final long HOUR = 3_600_000;
    private static final Token HUMAN = new Token(0x666F756E_64656421L, 1);
    private static final AtomicLong ACCOUNTS = new AtomicLong(9_000);
    private static final WalletId WALLET = new WalletId(0x666F756E_6465L);

    private final RunningServer running;
    private final Gateway gateway;
    private final SoftKey owner;
    private final SoftKey pen;
    private final Links links;
    private long position;

    FoundedRowsTest(RunningServer running) {
        this.running = running;
        this.gateway = running.server().part(Gateway.class);
        var keys = running.server().part(SoftKeys.class);
        this.owner = keys.of("founded-rows");
        this.pen = keys.of("bank");
        this.links = running.server().part(Links.class);
    }

    @Test
    void theTablesSayWhatTheEngineSaysAndARebuildSaysTheSame() throws Exception {
        open();
        OperationId active = link(SharedFoundedServer.STRONG);
        OperationId waiting = link(SharedFoundedServer.ASKING);
        OperationId cooling = link(SharedFoundedServer.SLOW);
        OperationId asked = ask(SharedFoundedServer.STRONG).link();
        SoftKey second = running.server().part(SoftKeys.class).of("founded-rows-second");
        show(second);
        say(new IdentityCommand.AddAuthenticator(WALLET, second.credential(), second.publicKey(), false, false));
        var positions = running.server().part(Positions.class);
        assertThat(positions.await(position, Duration.ofSeconds(10))).isTrue();

        assertThat(find(active))
                .extracting(LinkState::status, LinkState::until)
                .containsExactly(LinkStatus.ACTIVE, null);
        assertThat(find(asked).status()).isEqualTo(LinkStatus.REQUESTED);
        assertThat(find(waiting).status()).isEqualTo(LinkStatus.WAITING_FOR_HOLDER);
        assertThat(find(cooling).status()).isEqualTo(LinkStatus.COOLING_OFF);
        assertThat(find(cooling).until()).isEqualTo(find(cooling).changedAt().plusMillis(HOUR));
        for (OperationId one : List.of(asked, waiting, cooling)) {
            assertThat(find(one).until()).isAfter(Instant.now());
            assertThat(links.changes(one).getLast().until()).isEqualTo(find(one).until());
        }
        var authenticators = running.server().part(Authenticators.class);
        assertThat(authenticators.ofWallet(WALLET)).containsExactlyInAnyOrder(owner.credential(), second.credential());
        assertThat(authenticators.restsUntil(WALLET).orElseThrow())
                .isBetween(Instant.now().plusMillis(71 * HOUR), Instant.now().plusMillis(72 * HOUR));

        try (var anew = Database.open(TestDatabase.empty())) {
            long rebuilt = Rebuild.run(running.home(), anew, _ -> {}).position();
            assertThat(StateAgainstRows.compare(running.node(), anew)).isGreaterThan(10);
            assertThat(positions.await(rebuilt, Duration.ofSeconds(10))).isTrue();
            Map<String, String> whole = Dump.of(anew);
            Map<String, String> own = Dump.of(running.server().part(Database.class));
            for (String table : List.of("link_changes", "link_moves", "authenticator_changes", "definitions")) {
                assertThat(own.get(table)).as(table).isNotEmpty().isEqualTo(whole.get(table));
            }
        }
    }

    private LinkState find(OperationId link) {
        return links.find(link).orElseThrow();
    }

    private void open() {
        say(new WalletCommand.Open(WALLET, Assurance.UNVERIFIED, Currency.JPY, 0, 0));
        say(new IdentityCommand.AddAuthenticator(WALLET, owner.credential(), owner.publicKey(), false, false));
        show(owner);
        agreed(new WalletCommand.SetTier(WALLET, Assurance.VERIFIED));
    }

    /** A card is shown for a passkey. */
    private void show(SoftKey passkey) {
        Map<Attribute, Source> sources = new EnumMap<>(Attribute.class);
        for (Attribute read : List.of(Attribute.NAME_KANJI, Attribute.BIRTH_DATE, Attribute.ADDRESS)) {
            sources.put(read, Source.CERTIFICATE);
        }
        Instant now = Instant.now();
        var card = new KeptEvidence(
                UUID.randomUUID(), EvidenceKind.DEMONSTRATION, "test", sources, now, now.plus(Duration.ofDays(30)));
        var signed = running.server()
                .part(Issuer.class)
                .sign(card, new Issuer.About(HUMAN, WALLET, passkey.credential()))
                .orElseThrow();
        say(new IdentityCommand.Present(signed.evidence(), signed.signature()));
    }

    /** What a bank is asked, and of which link. */
    private record Asked(CheckpointCommand.Ask ask, OperationId link) {}

    private Asked ask(BankId bank) {
        long number = ACCOUNTS.incrementAndGet();
        var ask = new CheckpointCommand.Ask(WALLET, bank, 1, new Token(1, number), new Token(2, number));
        return new Asked(ask, OperationId.of(ServerClients.SERVER, agreed(ask), 0));
    }

    private OperationId link(BankId bank) {
        Asked asked = ask(bank);
        say(new CheckpointCommand.Depart(WALLET, asked.link()));
        var result = new BankResult(
                BookId.FIRST,
                bank,
                1,
                WALLET,
                HUMAN,
                asked.link(),
                asked.ask().session(),
                new Token(1, ACCOUNTS.incrementAndGet()),
                asked.ask().nonce(),
                Purpose.LINK,
                BankAnswer.MTCH,
                System.currentTimeMillis() + 300_000);
        say(new CheckpointCommand.Report(result, pen.sign(result.canonical())));
        return asked.link();
    }

    private RequestId agreed(Command<?> command) {
        RequestId id = gateway.newId();
        var challenge = Challenge.of(BookId.FIRST, ServerClients.SERVER, id, 0, command);
        say(
                id,
                command,
                List.of(owner.answer(
                        challenge, running.server().part(RelyingParty.class).place())));
        return id;
    }

    private void say(Command<?> command) {
        say(gateway.newId(), command, List.of());
    }

    private void say(RequestId id, Command<?> command, List<Assertion> behind) {
        Submission submission = gateway.submit(ServerClients.SERVER, id, command, 0, behind);
        assertThat(submission).isInstanceOfSatisfying(Submission.Answered.class, answered -> {
            assertThat(answered.answer().outcome()).as("%s", command).isNotInstanceOf(Refused.class);
            position = answered.position();
        });
    }
}
