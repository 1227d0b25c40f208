package sekisho.server.demo;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import sekisho.bank.AccountToken;
import sekisho.formats.matching.Attribute;
import sekisho.identity.Source;
import sekisho.protocol.EvidenceKind;
import sekisho.protocol.IdentityCommand;
import sekisho.protocol.OperationId;
import sekisho.protocol.Outcome;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.RequestId;
import sekisho.protocol.Token;
import sekisho.protocol.WalletCommand;
import sekisho.protocol.WalletId;
import sekisho.server.banking.StoredLinkedAccounts;
import sekisho.server.founding.SoftKey;
import sekisho.server.identity.Assurance;
import sekisho.server.identity.Issuer;
import sekisho.server.identity.KeptEvidence;
import sekisho.server.problem.Fields;
import sekisho.server.problem.ProblemException;
import sekisho.server.problem.Refusals;

/** Owners who do not exist, for wallets that programs open: they have shown a card, and agree to whatever they are asked. Any thread. */
final class DemoOwners {
    private static final Duration CARD_LASTS = Duration.ofDays(365);

    private final DemoEngine engine;
    private final Telephones telephones;
    private final Issuer issuer;
    private final DemoLinks links;
    private final StoredLinkedAccounts accounts;
    private final InstantSource clock;

    DemoOwners(
            DemoEngine engine,
            Telephones telephones,
            Issuer issuer,
            DemoLinks links,
            StoredLinkedAccounts accounts,
            InstantSource clock) {
        this.engine = engine;
        this.telephones = telephones;
        this.issuer = issuer;
        this.links = links;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Gives a wallet an owner with a telephone, who shows a card and moves it to the tier of the verified. Again: nothing new. */
    void appear(WalletId wallet) {
        SoftKey telephone = telephones.of(wallet);
        var add = new IdentityCommand.AddAuthenticator(
                wallet, telephone.credential(), telephone.publicKey(), false, false);
        require(engine.say(add), Refusal.AUTHENTICATOR_EXISTS);
        var card = issuer.sign(card(), new Issuer.About(human(wallet), wallet, telephone.credential()))
                .orElseThrow();
        require(engine.say(new IdentityCommand.Present(card.evidence(), card.signature())));
        RequestId id = engine.newId();
        var raise = new WalletCommand.SetTier(wallet, Assurance.VERIFIED);
        require(engine.say(id, raise, List.of(telephones.agree(telephone, id, raise))));
    }

    /** Links an account that the owner has at a bank, as they would in the pages. */
    OperationId link(WalletId wallet, DemoBank bank, AccountToken account) throws InterruptedException {
        return links.link(new DemoLinks.Owner(wallet, human(wallet), telephones.of(wallet)), bank, account, link -> {
            boolean _ = accounts.give(link, account);
        });
    }

    /** Each wallet's owner is another human. */
    private static Token human(WalletId wallet) {
        return new Token(0x64656D6F_6F776E65L, wallet.value());
    }

    private KeptEvidence card() {
        Map<Attribute, Source> sources = new EnumMap<>(Attribute.class);
        for (Attribute read : List.of(Attribute.NAME_KANJI, Attribute.BIRTH_DATE, Attribute.ADDRESS)) {
            sources.put(read, Source.CERTIFICATE);
        }
        return new KeptEvidence(
                UUID.randomUUID(),
                EvidenceKind.DEMONSTRATION,
                "demo",
                sources,
                clock.instant(),
                clock.instant().plus(CARD_LASTS));
    }

    private static void require(Outcome outcome, Refusal... fine) {
        if (outcome instanceof Refused refused && !List.of(fine).contains(refused.reason())) {
            throw new ProblemException(Refusals.problem(refused, Fields.USUAL));
        }
    }
}
