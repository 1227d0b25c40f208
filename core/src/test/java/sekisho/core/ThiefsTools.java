package sekisho.core;

import static sekisho.core.Checkpoint.AIKO;
import static sekisho.core.Checkpoint.BOOK;
import static sekisho.core.Checkpoint.SHOP;
import static sekisho.core.Checkpoint.STRONG;
import static sekisho.core.Checkpoint.THIEF;
import static sekisho.core.Checkpoint.UNVERIFIED;
import static sekisho.core.Checkpoint.VERIFIED;
import static sekisho.core.Checkpoint.WEAK;
import static sekisho.core.Checkpoint.yen;

import java.util.ArrayList;
import java.util.List;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.Assertion;
import sekisho.protocol.BankAnswer;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BankOperation;
import sekisho.protocol.BankResult;
import sekisho.protocol.CashOutCommand;
import sekisho.protocol.CheckpointCommand;
import sekisho.protocol.Command;
import sekisho.protocol.Currency;
import sekisho.protocol.Digest;
import sekisho.protocol.DoorResult;
import sekisho.protocol.Evidence;
import sekisho.protocol.EvidenceKind;
import sekisho.protocol.FreezeScope;
import sekisho.protocol.IdentityCommand;
import sekisho.protocol.InstructionCommand;
import sekisho.protocol.LedgerCommand;
import sekisho.protocol.Limit;
import sekisho.protocol.Line;
import sekisho.protocol.LinkCommand;
import sekisho.protocol.LinkStrength;
import sekisho.protocol.Member;
import sekisho.protocol.MerchantCommand;
import sekisho.protocol.MerchantId;
import sekisho.protocol.Operation;
import sekisho.protocol.OperationId;
import sekisho.protocol.PaymentCommand;
import sekisho.protocol.Proof;
import sekisho.protocol.Purpose;
import sekisho.protocol.Request;
import sekisho.protocol.RequestId;
import sekisho.protocol.SettingsCommand;
import sekisho.protocol.Side;
import sekisho.protocol.StateRecord;
import sekisho.protocol.Token;
import sekisho.protocol.TopUpCommand;
import sekisho.protocol.TransferCommand;
import sekisho.protocol.TrustCommand;
import sekisho.protocol.WalletCommand;
import sekisho.protocol.WalletId;

/** What a thief can say, in a world where Aiko has a link and money. He knows every id, and has keys, but only his own. */
final class ThiefsTools {

    private static final WalletId SECOND = new WalletId(66);
    private static final Token CREDENTIAL = Checkpoint.credential(THIEF);

    final Checkpoint world = Checkpoint.verified();
    final OperationId honestLink;
    private final OperationId honestInstruction;
    private final OperationId honestPayment;
    private final Signer own = new Signer();
    private final Assertion seen;
    private int ids;

    ThiefsTools() {
        honestLink = world.active(AIKO, STRONG, Checkpoint.ACCOUNT);
        world.topUp(AIKO, honestLink, 9_000);
        Request open = world.request(new TopUpCommand.Start(AIKO, honestLink, yen(500)));
        world.send(open);
        honestInstruction = open.operation();
        Request payment = world.request(new PaymentCommand.Pay(AIKO, SHOP, yen(300), 0));
        world.send(payment);
        honestPayment = payment.operation();
        world.say(world.present(world.evidence(THIEF, EvidenceKind.CONTACT, Token.NONE, Token.NONE)));
        world.say(new IdentityCommand.AddAuthenticator(THIEF, CREDENTIAL, own.key(), true, true));
        Request approved = world.request(new BankCommand.Reopen(STRONG, BankOperation.LINKS, 1));
        seen = world.by(1, approved);
    }

    /** A request with every kind of signature that he can make or has seen. */
    List<Request> requests(Command<?> command, long now) {
        Request request = Request.of(BOOK, Checkpoint.CLIENT, RequestId.of(now, 1, ++ids), command.hashCode(), command);
        Digest challenge = Checkpoint.challenge(request);
        Assertion mine = own.says(CREDENTIAL, Signer.Saying.of(challenge));
        Assertion asStaff = own.says(world.member(1).credential(), Signer.Saying.ofStaff(challenge));
        Assertion asOther = own.says(world.member(2).credential(), Signer.Saying.ofStaff(challenge));
        Assertion asAiko = own.says(Checkpoint.credential(AIKO), Signer.Saying.of(challenge));
        return List.of(
                request,
                request.with(new Proof(List.of(mine), challenge)),
                request.with(new Proof(List.of(asStaff, asOther), challenge)),
                request.with(new Proof(List.of(seen, seen), challenge)),
                request.with(new Proof(List.of(asAiko), challenge)));
    }

    /** Every command that there is, about him, about a second wallet of his, and about others where it could help him. */
    List<Command<?>> commands(List<StateRecord> rows) {
        List<Command<?>> all = new ArrayList<>();
        for (WalletId wallet : List.of(THIEF, SECOND)) {
            wallets(all, wallet);
            links(all, wallet, linkOf(rows, wallet));
            identities(all, wallet);
            money(all, wallet);
        }
        merchants(all);
        banks(all);
        settings(all);
        trust(all);
        return all;
    }

    private static OperationId linkOf(List<StateRecord> rows, WalletId wallet) {
        for (StateRecord row : rows) {
            if (row instanceof StateRecord.LinkRow link && link.wallet().equals(wallet)) {
                return link.link();
            }
        }
        return OperationId.NONE;
    }

    private static void wallets(List<Command<?>> all, WalletId wallet) {
        all.add(new WalletCommand.Open(wallet, UNVERIFIED, Currency.JPY, 0, 0));
        all.add(new WalletCommand.Open(wallet, VERIFIED, Currency.JPY, 0, 0));
        all.add(new WalletCommand.AddCurrency(wallet, Currency.JPY, 0, 0));
        all.add(new WalletCommand.Freeze(wallet, FreezeScope.ALL, 0));
        all.add(new WalletCommand.Unfreeze(wallet, FreezeScope.ALL, 0));
        all.add(new WalletCommand.SetTier(wallet, VERIFIED));
        all.add(new WalletCommand.SetFloor(wallet, Currency.JPY, -1_000));
        all.add(new WalletCommand.Close(wallet));
    }

    private void links(List<Command<?>> all, WalletId wallet, OperationId link) {
        all.add(new LinkCommand.Request(wallet, STRONG));
        for (OperationId each : List.of(link, honestLink)) {
            all.add(new LinkCommand.Activate(wallet, each, 1));
            all.add(new LinkCommand.Close(wallet, each, 0));
            all.add(new CheckpointCommand.Depart(wallet, each));
            all.add(new CheckpointCommand.Again(wallet, each, Checkpoint.session(), Checkpoint.nonce()));
            all.add(new CheckpointCommand.Suspend(wallet, each, 0));
            for (Purpose purpose : List.of(Purpose.LINK, Purpose.REVERIFY, Purpose.UNLOCK)) {
                all.add(report(world.result(wallet, STRONG, each, purpose, BankAnswer.MTCH)));
            }
            all.add(report(world.result(wallet, STRONG, each, Purpose.CONSENT, BankAnswer.CONFIRMED)));
        }
        all.add(new CheckpointCommand.Knock(WEAK, 1, Purpose.UNLOCK, Checkpoint.session(), Checkpoint.nonce()));
        DoorResult said = new DoorResult(
                BOOK,
                WEAK,
                1,
                link,
                Checkpoint.session(),
                Checkpoint.ACCOUNT,
                Checkpoint.nonce(),
                Purpose.UNLOCK,
                BankAnswer.MTCH,
                world.now + Checkpoint.DAY);
        all.add(new CheckpointCommand.Prove(said, own.sign(said.canonical())));
        all.add(new CheckpointCommand.LockAccount(STRONG, Checkpoint.ACCOUNT, 0));
        all.add(new CheckpointCommand.LiftLock(STRONG, Checkpoint.ACCOUNT, 0));
        all.add(new CheckpointCommand.RejectClaim(STRONG, Checkpoint.ACCOUNT, 0));
        all.add(new CheckpointCommand.Ask(wallet, STRONG, 1, Checkpoint.session(), Checkpoint.nonce()));
        all.add(new CheckpointCommand.Ask(wallet, WEAK, 1, Checkpoint.session(), Checkpoint.nonce()));
    }

    private CheckpointCommand.Report report(BankResult result) {
        return new CheckpointCommand.Report(result, own.sign(result.canonical()));
    }

    private void identities(List<Command<?>> all, WalletId wallet) {
        for (EvidenceKind kind : EvidenceKind.values()) {
            Token person = kind == EvidenceKind.CONTACT ? Token.NONE : Checkpoint.person(AIKO);
            Evidence evidence = world.evidence(wallet, kind, person, Token.NONE);
            all.add(new IdentityCommand.Present(evidence, own.sign(evidence.canonical())));
        }
        all.add(new IdentityCommand.AddAuthenticator(wallet, new Token(8, 8), own.key(), false, false));
        all.add(new IdentityCommand.RemoveAuthenticator(wallet, CREDENTIAL));
        all.add(new IdentityCommand.AddAuthenticator(AIKO, new Token(8, 8), own.key(), false, false));
    }

    private void money(List<Command<?>> all, WalletId wallet) {
        all.add(new TransferCommand.Send(AIKO, wallet, yen(100), false, 0));
        all.add(new TransferCommand.Send(AIKO, wallet, yen(100_000), true, 0));
        all.add(new TopUpCommand.Start(wallet, honestLink, yen(100)));
        all.add(new TopUpCommand.Received(wallet, STRONG, yen(100)));
        all.add(new CashOutCommand.Start(wallet, honestLink, yen(100)));
        all.add(new CashOutCommand.PaidOut(wallet, STRONG, yen(100)));
        all.add(new PaymentCommand.Pay(wallet, SHOP, yen(100), 0));
        all.add(new PaymentCommand.Authorise(wallet, SHOP, yen(100), 1_000));
        all.add(new PaymentCommand.Refund(honestPayment, 100, 0));
        all.add(new PaymentCommand.Capture(honestPayment, 0, 0));
        all.add(new PaymentCommand.Void(honestPayment));
        all.add(new InstructionCommand.Claim(honestInstruction, 60_000));
        all.add(new InstructionCommand.Settled(honestInstruction, 0));
        all.add(new InstructionCommand.Declined(honestInstruction, 0));
        all.add(new InstructionCommand.InDoubt(honestInstruction));
        List<Line> lines = List.of(
                new Line(AccountKey.bank(BOOK, AccountKind.SETTLEMENT, STRONG, Currency.JPY), Side.DEBIT, 100),
                new Line(AccountKey.wallet(BOOK, wallet, Currency.JPY), Side.CREDIT, 100));
        all.add(new LedgerCommand.Book(lines, false, OperationId.NONE));
        all.add(new LedgerCommand.Hold(lines, 1_000));
        all.add(new LedgerCommand.PostHold(honestPayment, 0));
        all.add(new LedgerCommand.VoidHold(honestPayment));
    }

    private static void merchants(List<Command<?>> all) {
        MerchantId merchant = new MerchantId(66);
        all.add(new MerchantCommand.Open(merchant, Currency.JPY, 0, 0));
        all.add(new MerchantCommand.Freeze(merchant, FreezeScope.ALL, 0));
        all.add(new MerchantCommand.Unfreeze(merchant, FreezeScope.ALL, 0));
        all.add(new MerchantCommand.Close(merchant));
    }

    private static void banks(List<Command<?>> all) {
        all.add(new BankCommand.Register(new sekisho.protocol.BankId(66)));
        all.add(new BankCommand.Suspend(STRONG, BankOperation.LINKS, 0));
        all.add(new BankCommand.Reopen(STRONG, BankOperation.LINKS, 0));
        all.add(new BankCommand.SuspendAll(STRONG, 7, 0));
        all.add(new BankCommand.ReopenAll(STRONG, 7, 0));
        all.add(new BankCommand.Sweep(STRONG, WEAK, yen(100)));
        all.add(new BankCommand.SweepArrived(STRONG, WEAK, yen(100)));
    }

    private static void settings(List<Command<?>> all) {
        all.add(new SettingsCommand.DefineCurrency(Currency.JPY, 0, true));
        all.add(new SettingsCommand.SetLimit(UNVERIFIED, Currency.JPY, Operation.TOP_UP, Limit.UNLIMITED));
        all.add(new SettingsCommand.SetBalanceCap(UNVERIFIED, Currency.JPY, Limit.NONE));
        all.add(new SettingsCommand.StartDay(2030_01_01));
        all.add(new SettingsCommand.ConfirmTime(Checkpoint.START));
        all.add(new SettingsCommand.SwitchBehaviour(1));
        all.add(new SettingsCommand.SetJournalCapacity(1_000_000));
    }

    private void trust(List<Command<?>> all) {
        Member self = new Member(66, CREDENTIAL, own.key());
        all.add(new TrustCommand.Found(
                Signer.customers(), Signer.staff(), false, 16, self, new Member(67, new Token(67, 1), own.key())));
        all.add(new TrustCommand.EnrolStaff(self));
        all.add(new TrustCommand.RemoveStaff(world.member(1).credential()));
        all.add(new TrustCommand.TrustIssuer(1, 31, own.key()));
        all.add(new TrustCommand.DistrustIssuer(1));
        all.add(new TrustCommand.TrustBankKey(STRONG, 1, own.key()));
        all.add(new TrustCommand.DistrustBankKey(STRONG, 1));
        all.add(new TrustCommand.SetRule(EvidenceKind.DOCUMENT_IMAGE, 3, 3, 0, Long.MAX_VALUE));
        all.add(new TrustCommand.SetTierFor(0, 0, VERIFIED));
        all.add(new TrustCommand.SetFloor(BankOperation.LINKS, LinkStrength.WEAK, 1, true));
        all.add(new TrustCommand.SetRung(LinkStrength.TWO_FACTOR, false, 0, 0, 100_000, 100_000));
        all.add(new TrustCommand.Describe(WEAK, Checkpoint.description(9, 31)));
        all.add(new TrustCommand.StopMethod(1, BankOperation.LINKS, 0));
        all.add(new TrustCommand.OpenMethod(1, BankOperation.LINKS, 0));
        all.add(new TrustCommand.MarkMerchant(SHOP, false));
    }
}
