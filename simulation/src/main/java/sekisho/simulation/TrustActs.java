package sekisho.simulation;

import sekisho.protocol.BankCommand;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.BookId;
import sekisho.protocol.Command;
import sekisho.protocol.Currency;
import sekisho.protocol.Digest;
import sekisho.protocol.EvidenceKind;
import sekisho.protocol.FreezeScope;
import sekisho.protocol.LedgerCommand;
import sekisho.protocol.Limit;
import sekisho.protocol.LinkStrength;
import sekisho.protocol.Member;
import sekisho.protocol.MerchantCommand;
import sekisho.protocol.MerchantId;
import sekisho.protocol.Operation;
import sekisho.protocol.PublicKey;
import sekisho.protocol.SettingsCommand;
import sekisho.protocol.TrustCommand;
import sekisho.protocol.WalletCommand;

/** Staff of a founded book: what is trusted, described, stopped and opened again. */
final class TrustActs implements Acts {

    private static final long DAY = 86_400_000;
    private static final PublicKey NO_KEY = new PublicKey(Digest.NONE, Digest.NONE);

    private final FoundedBook book;
    private final Chance chance;
    private int version = 1;

    TrustActs(FoundedBook book) {
        this.book = book;
        chance = book.chance;
    }

    @Override
    public Command<?> next(BookId in) {
        return switch (chance.below(10)) {
            case 0 -> staff();
            case 1 -> issuersAndKeys();
            case 2 -> rules();
            case 3, 4 -> describe();
            case 5, 6 -> methods();
            case 7 -> registry();
            default -> others();
        };
    }

    private Command<?> staff() {
        Member member = book.keys.member(1 + chance.below(4));
        return switch (chance.below(5)) {
            case 0, 1 ->
                new TrustCommand.EnrolStaff(
                        chance.onceIn(6) ? new Member(member.number(), book.token(), NO_KEY) : member);
            case 2, 3 -> new TrustCommand.RemoveStaff(member.credential());
            default -> FoundedSetup.found(book.keys);
        };
    }

    private Command<?> issuersAndKeys() {
        int issuer = 1 + chance.below(3);
        BankId bank = book.world.bank();
        return switch (chance.below(24)) {
            case 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 ->
                new TrustCommand.TrustIssuer(
                        issuer == 3 ? 1 : issuer,
                        issuer == 2 ? 1 : chance.onceIn(3) ? 63 : 31,
                        chance.onceIn(9)
                                ? NO_KEY
                                : book.keys.number(issuer == 3 ? 1 : issuer).key());
            case 10 -> new TrustCommand.DistrustIssuer(issuer);
            case 11 -> new TrustCommand.DistrustBankKey(bank, 1 + chance.below(2));
            default ->
                new TrustCommand.TrustBankKey(
                        bank,
                        1,
                        chance.onceIn(6)
                                ? NO_KEY
                                : book.keys.number(bank.code()).key());
        };
    }

    private Command<?> rules() {
        long now = book.now();
        EvidenceKind kind = chance.of(EvidenceKind.IC_CHIP, EvidenceKind.DOCUMENT_IMAGE, EvidenceKind.PASSPORT_CHIP);
        return switch (chance.below(6)) {
            case 0, 1 ->
                new TrustCommand.SetRule(
                        chance.onceIn(8) ? EvidenceKind.DEMONSTRATION : kind,
                        1 + chance.below(2),
                        chance.below(2),
                        chance.onceIn(6) ? now + DAY : 0,
                        now + 2_000 * DAY);
            case 2 -> new TrustCommand.SetTierFor(chance.below(3), chance.below(4), World.LOOSE);
            case 3 ->
                new TrustCommand.SetFloor(
                        chance.of(BankOperation.values()),
                        chance.of(LinkStrength.WEAK_NOTICED, LinkStrength.WEAK_NOTICED, LinkStrength.TWO_FACTOR),
                        1,
                        chance.onceIn(2));
            default ->
                new TrustCommand.SetRung(
                        chance.of(LinkStrength.WEAK_NOTICED, LinkStrength.TWO_FACTOR, LinkStrength.WEAK),
                        chance.onceIn(2),
                        chance.below(4),
                        chance.of(0L, DAY, 10 * DAY),
                        chance.of(0L, 5_000L, 10_000L, 20_000L, 60_000L),
                        chance.of(0L, 30_000L, 100_000L));
        };
    }

    private Command<?> describe() {
        BankId bank = book.world.bank();
        int place = Math.max(0, World.BANKS.indexOf(bank));
        int usual = place == 0 ? 31 : place == 1 ? 11 : 33;
        version++;
        return new TrustCommand.Describe(
                bank,
                FoundedSetup.description(
                        chance.onceIn(8) ? 1 : version,
                        1 + place,
                        chance.onceIn(6) ? chance.of(1, 0, 9, 33, 11, 31) : usual));
    }

    private Command<?> methods() {
        BankOperation operation = chance.of(BankOperation.values());
        BankId bank = book.world.bank();
        int method = chance.onceIn(6) ? 0 : 1 + chance.below(3);
        return switch (chance.below(12)) {
            case 0 -> new TrustCommand.StopMethod(method, operation, 7);
            case 1, 2, 3, 4, 5 -> new TrustCommand.OpenMethod(method, operation, 8);
            case 6 ->
                chance.onceIn(2)
                        ? new BankCommand.Suspend(bank, operation, 9)
                        : new BankCommand.SuspendAll(bank, 1 + chance.below(7), 9);
            case 7, 8 -> new BankCommand.ReopenAll(bank, 1 + chance.below(7), 10);
            default -> new BankCommand.Reopen(bank, operation, 10);
        };
    }

    private Command<?> registry() {
        return switch (chance.below(5)) {
            case 0 -> new WalletCommand.Freeze(book.wallet(), FreezeScope.ALL, 0);
            case 1, 2, 3 -> new WalletCommand.Unfreeze(book.wallet(), FreezeScope.ALL, 0);
            default -> new MerchantCommand.Unfreeze(new MerchantId(1), FreezeScope.ALL, 0);
        };
    }

    private Command<?> others() {
        return switch (chance.below(8)) {
            case 0 -> new SettingsCommand.SetLimit(World.TIGHT, Currency.JPY, Operation.SEND, Limit.UNLIMITED);
            case 1 -> new SettingsCommand.SetBalanceCap(World.TIGHT, Currency.JPY, Limit.NONE);
            case 2 -> new BankCommand.Register(book.world.bank());
            case 3 -> new TrustCommand.MarkMerchant(new MerchantId(1 + chance.below(4)), chance.onceIn(2));
            case 4, 5 -> FoundedSetup.funds(book.wallet(), 1 + chance.below(3_000));
            case 6 -> new LedgerCommand.Hold(FoundedSetup.lines(book.wallet(), 500), 3_600_000);
            default -> new LedgerCommand.PostHold(book.world.unknownOperation(), 0);
        };
    }
}
