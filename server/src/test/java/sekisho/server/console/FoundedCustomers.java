package sekisho.server.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import sekisho.gateway.Gateway;
import sekisho.gateway.Submission;
import sekisho.protocol.BankAnswer;
import sekisho.protocol.BankId;
import sekisho.protocol.BankResult;
import sekisho.protocol.BookId;
import sekisho.protocol.CheckpointCommand;
import sekisho.protocol.Command;
import sekisho.protocol.Currency;
import sekisho.protocol.Evidence;
import sekisho.protocol.EvidenceKind;
import sekisho.protocol.IdentityCommand;
import sekisho.protocol.OperationId;
import sekisho.protocol.Purpose;
import sekisho.protocol.RequestId;
import sekisho.protocol.Token;
import sekisho.protocol.WalletCommand;
import sekisho.protocol.WalletId;
import sekisho.server.engine.ServerClients;
import sekisho.server.founding.SoftKey;
import sekisho.server.founding.SoftKeys;
import sekisho.server.identity.Assurance;
import sekisho.server.passkey.RelyingParty;
import sekisho.server.people.People;
import sekisho.server.people.PersonId;
import sekisho.wire.Challenge;

/** Customers of a founded book with a linked account each, made by what banks, issuers and passkeys sign. */
final class FoundedCustomers {
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final Token SESSION = new Token(600, 1);
    private static final Token NONCE = new Token(700, 1);

    private final FoundedConsole console;
    private final Gateway gateway;
    private final SoftKey issuer;
    private final SoftKey bankKey;
    private final SoftKey passkey;

    FoundedCustomers(FoundedConsole console) {
        this.console = console;
        gateway = console.part(Gateway.class);
        var keys = console.part(SoftKeys.class);
        issuer = keys.of("issuer");
        bankKey = keys.of("bank");
        passkey = keys.of("customer");
    }

    /** A customer's link. */
    record Linked(PersonId person, WalletId wallet, OperationId link) {}

    List<Linked> linkedAt(BankId bank, int count) {
        var all = new ArrayList<Linked>();
        for (int i = 1; i <= count; i++) {
            all.add(linked(bank, new WalletId(7_000_000 + i)));
        }
        return all;
    }

    private Linked linked(BankId bank, WalletId wallet) {
        var people = console.part(People.class);
        var person = new PersonId(UUID.randomUUID());
        people.add(person, "en", Instant.now());
        people.wallet(person, wallet);
        Token human = new Token(300, wallet.value());
        long now = System.currentTimeMillis();
        submit(new WalletCommand.Open(wallet, Assurance.UNVERIFIED, Currency.JPY, 0, 0));
        submit(new IdentityCommand.AddAuthenticator(wallet, passkey.credential(), passkey.publicKey(), false, false));
        var evidence = new Evidence(
                BookId.FIRST,
                1,
                new Token(400, wallet.value()),
                EvidenceKind.DEMONSTRATION,
                human,
                wallet,
                passkey.credential(),
                0,
                now,
                now + DAY,
                1);
        submit(new IdentityCommand.Present(evidence, issuer.sign(evidence.canonical())));
        RequestId id = gateway.newId();
        OperationId link = OperationId.of(ServerClients.SERVER, id, 0);
        owned(id, new CheckpointCommand.Ask(wallet, bank, 1, SESSION, NONCE));
        submit(new CheckpointCommand.Depart(wallet, link));
        var result = new BankResult(
                BookId.FIRST,
                bank,
                1,
                wallet,
                human,
                link,
                SESSION,
                new Token(500, wallet.value()),
                NONCE,
                Purpose.LINK,
                BankAnswer.MTCH,
                now + DAY);
        submit(new CheckpointCommand.Report(result, bankKey.sign(result.canonical())));
        return new Linked(person, wallet, link);
    }

    private void submit(Command<?> command) {
        accepted(command, gateway.submit(command));
    }

    private void owned(RequestId id, Command<?> command) {
        var challenge = Challenge.of(BookId.FIRST, ServerClients.SERVER, id, 0, command);
        var own = passkey.answer(challenge, console.part(RelyingParty.class).place());
        accepted(command, gateway.submit(ServerClients.SERVER, id, command, 0, List.of(own)));
    }

    private static void accepted(Command<?> command, Submission submission) {
        if (!(submission instanceof Submission.Answered answered)
                || !answered.answer().outcome().accepted()) {
            throw new AssertionError(command + ": " + submission);
        }
    }
}
