package sekisho.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sekisho.protocol.BookId;
import sekisho.protocol.Command;
import sekisho.protocol.Digest;
import sekisho.protocol.Evidence;
import sekisho.protocol.EvidenceKind;
import sekisho.protocol.IdentityCommand;
import sekisho.protocol.PublicKey;
import sekisho.protocol.TierId;
import sekisho.protocol.Token;
import sekisho.protocol.WalletCommand;
import sekisho.protocol.WalletId;

/** People who prove who they are, and their passkeys. */
final class IdentityActs implements Acts {

    private static final long DAY = 86_400_000;

    private final FoundedBook book;
    private final Chance chance;
    /** Credentials that a chip was asked to speak for. */
    private final Map<WalletId, Token> wanted = new HashMap<>();

    private Token last = new Token(1, 1);

    IdentityActs(FoundedBook book) {
        this.book = book;
        chance = book.chance;
    }

    @Override
    public Command<?> next(BookId in) {
        return switch (chance.below(12)) {
            case 0, 1, 2, 3, 4 -> present();
            case 5, 6, 7 -> add();
            case 8 -> {
                WalletId wallet = book.wallet();
                yield new IdentityCommand.RemoveAuthenticator(
                        wallet, chance.onceIn(4) ? credential(wallet) : book.keys.passkey(wallet));
            }
            case 9, 10 -> new WalletCommand.SetTier(book.wallet(), tier());
            default ->
                new WalletCommand.Open(
                        new WalletId(100 + chance.below(40)),
                        chance.onceIn(3) ? tier() : World.UNCOUNTED,
                        sekisho.protocol.Currency.JPY,
                        0,
                        0);
        };
    }

    private TierId tier() {
        return chance.of(World.UNCOUNTED, World.TIGHT, World.LOOSE, World.FREE, World.NOTHING);
    }

    /** A chip speaks for a passkey, and the passkey is added. */
    List<Command<?>> pair() {
        WalletId wallet = chance.onceIn(3) ? new WalletId(2) : book.wallet();
        Token subject = credential(wallet);
        return List.of(
                present(wallet, EvidenceKind.IC_CHIP, subject),
                new IdentityCommand.AddAuthenticator(
                        wallet, subject, book.keys.of(subject).key(), true, chance.onceIn(2)));
    }

    /** How a customer begins: a passkey, and a chip that speaks for it. */
    List<Command<?>> first(WalletId wallet) {
        Token subject = new Token(wallet.value(), 1);
        Evidence evidence = new Evidence(
                World.GUARDED,
                1,
                book.token(),
                EvidenceKind.IC_CHIP,
                book.person(wallet),
                wallet,
                subject,
                2,
                book.now(),
                book.now() + 900 * DAY,
                1);
        return List.of(
                new IdentityCommand.AddAuthenticator(
                        wallet, subject, book.keys.of(subject).key(), false, false),
                new IdentityCommand.Present(evidence, book.keys.number(1).sign(evidence.canonical())));
    }

    private Command<?> present() {
        WalletId wallet = book.wallet();
        Token subject = switch (chance.below(3)) {
            case 0 -> credential(wallet);
            case 1 -> book.keys.passkey(wallet);
            default -> Token.NONE;
        };
        return present(wallet, chance.of(EvidenceKind.values()), subject);
    }

    private Command<?> present(WalletId wallet, EvidenceKind kind, Token subject) {
        Token person = chance.onceIn(15) ? new Token(9, 1 + chance.below(9)) : book.person(wallet);
        if (subject.names()) {
            wanted.put(wallet, subject);
        }
        last = chance.onceIn(20) ? last : book.token();
        long now = book.now();
        long issued = now - (chance.onceIn(20) ? chance.of(-90_000L, 900_001L, 2 * DAY) : chance.below(60_000));
        long expires =
                chance.onceIn(30) ? issued + 1 : issued + chance.of(DAY, 30 * DAY, 400 * DAY, 900 * DAY, 900 * DAY);
        int issuer = chance.onceIn(10) ? chance.of(2, 3) : 1;
        Evidence evidence = new Evidence(
                chance.onceIn(60) ? World.BOOKS.getFirst() : World.GUARDED,
                issuer,
                last,
                kind,
                kind == EvidenceKind.CONTACT ? Token.NONE : person,
                wallet,
                subject,
                chance.below(1 << 24),
                Math.max(0, issued),
                Math.max(1, expires),
                chance.next());
        Signer signer = book.keys.number(chance.onceIn(30) ? 5 : issuer);
        return new IdentityCommand.Present(evidence, signer.sign(evidence.canonical()));
    }

    private Token credential(WalletId wallet) {
        return new Token(wallet.value(), 1 + chance.below(20));
    }

    private Command<?> add() {
        WalletId wallet = book.wallet();
        Token credential = chance.onceIn(3) ? credential(wallet) : wanted.getOrDefault(wallet, credential(wallet));
        PublicKey key = chance.onceIn(40)
                ? new PublicKey(Digest.NONE, Digest.NONE)
                : book.keys.of(credential).key();
        boolean eligible = chance.onceIn(2);
        return new IdentityCommand.AddAuthenticator(wallet, credential, key, eligible, eligible && chance.onceIn(2));
    }
}
