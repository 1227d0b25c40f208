package sekisho.simulation;

import java.util.ArrayList;
import java.util.List;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.Command;
import sekisho.protocol.Currency;
import sekisho.protocol.Description;
import sekisho.protocol.EvidenceKind;
import sekisho.protocol.LedgerCommand;
import sekisho.protocol.Limit;
import sekisho.protocol.Line;
import sekisho.protocol.LinkCommand;
import sekisho.protocol.LinkStrength;
import sekisho.protocol.MerchantCommand;
import sekisho.protocol.MerchantId;
import sekisho.protocol.Operation;
import sekisho.protocol.OperationId;
import sekisho.protocol.SettingsCommand;
import sekisho.protocol.Side;
import sekisho.protocol.TierId;
import sekisho.protocol.TrustCommand;
import sekisho.protocol.WalletCommand;
import sekisho.protocol.WalletId;

/** How a book with wallets, shops and banks is founded. */
final class FoundedSetup {

    static final BankId UNDESCRIBED = new BankId(500);
    static final int WALLETS = 20;
    static final int MERCHANTS = 3;
    private static final long DAY = 86_400_000;
    private static final long ALWAYS = 1L << 50;

    private FoundedSetup() {}

    /** Before the founding: nobody has to stand behind anything. */
    static List<Command<?>> before() {
        List<Command<?>> all = new ArrayList<>();
        for (TierId tier : List.of(World.TIGHT, World.LOOSE, World.FREE, World.UNCOUNTED)) {
            for (Operation operation : Operation.values()) {
                all.add(new SettingsCommand.SetLimit(tier, Currency.JPY, operation, Limit.UNLIMITED));
                all.add(new SettingsCommand.SetLimit(tier, World.TEST, operation, Limit.UNLIMITED));
            }
            all.add(new SettingsCommand.SetBalanceCap(tier, Currency.JPY, Limit.NONE));
            all.add(new SettingsCommand.SetBalanceCap(tier, World.TEST, Limit.NONE));
        }
        World.BANKS.forEach(bank -> all.add(new BankCommand.Register(bank)));
        all.add(new BankCommand.Register(UNDESCRIBED));
        for (int number = 1; number <= MERCHANTS; number++) {
            all.add(new MerchantCommand.Open(new MerchantId(number), Currency.JPY, 0, 0));
        }
        for (int number = 1; number <= WALLETS; number++) {
            WalletId wallet = new WalletId(number);
            all.add(new WalletCommand.Open(wallet, World.UNCOUNTED, Currency.JPY, 0, 0));
            all.add(new WalletCommand.AddCurrency(wallet, World.TEST, 0, 0));
        }
        all.add(new LinkCommand.Request(new WalletId(1), World.BANKS.getFirst()));
        return all;
    }

    static TrustCommand.Found found(Keyring keys) {
        return new TrustCommand.Found(
                Signer.hash(Signer.PARTY), Signer.hash(Signer.ORIGIN), true, 2, keys.member(1), keys.member(2));
    }

    /** After it. */
    static List<Command<?>> after(Keyring keys, long now) {
        List<Command<?>> all = new ArrayList<>();
        all.add(new TrustCommand.EnrolStaff(keys.member(3)));
        all.add(new TrustCommand.TrustIssuer(1, 31, keys.number(1).key()));
        all.add(new TrustCommand.TrustIssuer(
                2, EvidenceKind.CONTACT.bit(), keys.number(2).key()));
        all.add(new TrustCommand.SetRule(EvidenceKind.CONTACT, 0, 0, 0, ALWAYS));
        all.add(new TrustCommand.SetRule(EvidenceKind.IC_CHIP, 2, 1, 0, ALWAYS));
        all.add(new TrustCommand.SetRule(EvidenceKind.PASSPORT_CHIP, 1, 1, 0, ALWAYS));
        all.add(new TrustCommand.SetRule(EvidenceKind.VERIFIED_CLAIMS, 2, 0, 0, ALWAYS));
        all.add(new TrustCommand.SetRule(EvidenceKind.DOCUMENT_IMAGE, 1, 0, 0, now + 20 * DAY));
        all.add(new TrustCommand.SetTierFor(0, 0, World.UNCOUNTED));
        all.add(new TrustCommand.SetTierFor(1, 0, World.TIGHT));
        all.add(new TrustCommand.SetTierFor(2, 1, World.LOOSE));
        all.add(new TrustCommand.SetTierFor(2, 3, World.FREE));
        all.add(new TrustCommand.SetFloor(BankOperation.LINKS, LinkStrength.WEAK_NOTICED, 1, true));
        all.add(new TrustCommand.SetFloor(BankOperation.TOP_UPS, LinkStrength.WEAK_NOTICED, 1, true));
        all.add(new TrustCommand.SetFloor(BankOperation.CASH_OUTS, LinkStrength.TWO_FACTOR, 1, false));
        rungs(all);
        for (BankId bank : World.BANKS) {
            all.add(new TrustCommand.TrustBankKey(
                    bank, 1, keys.number(bank.code()).key()));
        }
        all.add(new TrustCommand.Describe(World.BANKS.get(0), description(1, 1, 31)));
        all.add(new TrustCommand.Describe(World.BANKS.get(1), description(1, 2, 11)));
        all.add(new TrustCommand.Describe(World.BANKS.get(2), description(1, 3, 33)));
        all.add(new TrustCommand.MarkMerchant(new MerchantId(2), true));
        return all;
    }

    private static void rungs(List<Command<?>> all) {
        for (boolean confirmed : new boolean[] {false, true}) {
            all.add(new TrustCommand.SetRung(LinkStrength.PHISHING_RESISTANT, confirmed, 0, 0, 90_000, 300_000));
            all.add(new TrustCommand.SetRung(LinkStrength.TWO_FACTOR, confirmed, 0, 0, 40_000, 100_000));
            all.add(new TrustCommand.SetRung(LinkStrength.TWO_FACTOR, confirmed, 1, 10 * DAY, 60_000, 200_000));
        }
        all.add(new TrustCommand.SetRung(LinkStrength.WEAK_NOTICED, false, 0, 0, 0, 0));
        all.add(new TrustCommand.SetRung(LinkStrength.WEAK_NOTICED, false, 1, DAY, 10_000, 30_000));
        all.add(new TrustCommand.SetRung(LinkStrength.WEAK_NOTICED, true, 0, 0, 20_000, 60_000));
    }

    static Description description(int version, int method, int factors) {
        return new Description(
                version, method, factors, 31, Description.Notice.STATEMENT, true, DAY / 4, 3 * DAY, 30_000, 50_000);
    }

    /** Money for a wallet, from a bank. */
    static LedgerCommand.Book funds(WalletId wallet, long amount) {
        return new LedgerCommand.Book(lines(wallet, amount), false, OperationId.NONE);
    }

    static List<Line> lines(WalletId wallet, long amount) {
        return List.of(
                new Line(
                        AccountKey.bank(World.GUARDED, AccountKind.SETTLEMENT, World.BANKS.getFirst(), Currency.JPY),
                        Side.DEBIT,
                        amount),
                new Line(AccountKey.wallet(World.GUARDED, wallet, Currency.JPY), Side.CREDIT, amount));
    }
}
