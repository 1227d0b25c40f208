package sekisho.core;

import static org.assertj.core.api.Assertions.assertThat;
import static sekisho.core.Checkpoint.why;

import org.junit.jupiter.api.Test;
import sekisho.protocol.Assertion;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BankOperation;
import sekisho.protocol.Currency;
import sekisho.protocol.Digest;
import sekisho.protocol.FreezeScope;
import sekisho.protocol.LedgerCommand;
import sekisho.protocol.Limit;
import sekisho.protocol.Member;
import sekisho.protocol.Operation;
import sekisho.protocol.OperationId;
import sekisho.protocol.PublicKey;
import sekisho.protocol.Refusal;
import sekisho.protocol.Request;
import sekisho.protocol.SettingsCommand;
import sekisho.protocol.Side;
import sekisho.protocol.Token;
import sekisho.protocol.TrustCommand;
import sekisho.protocol.WalletCommand;

final class ApprovalTest {

    private static final BankCommand.Reopen REOPEN = new BankCommand.Reopen(Checkpoint.STRONG, BankOperation.LINKS, 1);
    private static final BankCommand.Suspend CLOSE = new BankCommand.Suspend(Checkpoint.STRONG, BankOperation.LINKS, 1);

    private final Checkpoint it = Checkpoint.founded();

    @Test
    void beforeTheFoundingNobodyHasToApprove() {
        Checkpoint before = new Checkpoint();
        assertThat(before.say(CLOSE).accepted()).isTrue();
        assertThat(before.say(REOPEN).accepted()).isTrue();
    }

    @Test
    void aBookIsFoundedOnce() {
        assertThat(why(it.say(it.found()))).isEqualTo(Refusal.BOOK_FOUNDED);
        assertThat(why(it.approved(it.found()))).isEqualTo(Refusal.BOOK_FOUNDED);
    }

    @Test
    void nothingIsTrustedBeforeTheFounding() {
        assertThat(why(new Checkpoint().say(new TrustCommand.DistrustIssuer(1))))
                .isEqualTo(Refusal.BOOK_NOT_FOUNDED);
    }

    @Test
    void closingTakesOnePersonAndReopeningTwo() {
        assertThat(why(it.say(CLOSE))).isEqualTo(Refusal.APPROVALS_MISSING);
        assertThat(it.approvedByOne(CLOSE).accepted()).isTrue();
        assertThat(why(it.approvedByOne(REOPEN))).isEqualTo(Refusal.APPROVALS_MISSING);
        assertThat(it.approved(REOPEN).accepted()).isTrue();
    }

    @Test
    void stoppingABankWhollyTakesOnePersonAndOpeningItTwo() {
        var close = new BankCommand.SuspendAll(Checkpoint.STRONG, 7, 1);
        var reopen = new BankCommand.ReopenAll(Checkpoint.STRONG, 7, 1);
        assertThat(why(it.say(close))).isEqualTo(Refusal.APPROVALS_MISSING);
        assertThat(it.approvedByOne(close).accepted()).isTrue();
        assertThat(why(it.approvedByOne(reopen))).isEqualTo(Refusal.APPROVALS_MISSING);
        assertThat(it.approved(reopen).accepted()).isTrue();
    }

    @Test
    void thesamePersonDoesNotCountTwice() {
        Request request = it.request(REOPEN);
        assertThat(why(it.send(Checkpoint.behind(request, it.by(1, request), it.by(1, request)))))
                .isEqualTo(Refusal.SAME_APPROVER);
    }

    @Test
    void aSecondCredentialOfTheSamePersonDoesNotCount() {
        Signer key = new Signer();
        Member again = new Member(1, new Token(101, 1), key.key());
        assertThat(it.approved(new TrustCommand.EnrolStaff(again)).accepted()).isTrue();
        Request request = it.request(REOPEN);
        Assertion second = key.says(again.credential(), Signer.Saying.ofStaff(Checkpoint.challenge(request)));
        assertThat(why(it.send(Checkpoint.behind(request, it.by(1, request), second))))
                .isEqualTo(Refusal.SAME_APPROVER);
    }

    @Test
    void anApprovalOfAnotherCommandIsWorthNothing() {
        Request request = it.request(REOPEN);
        Request other = it.request(CLOSE);
        assertThat(why(it.send(Checkpoint.behind(request, it.by(1, request), it.by(2, other)))))
                .isEqualTo(Refusal.ASSERTION_WRONG_CHALLENGE);
    }

    @Test
    void aForgedSecondApprovalIsRefused() {
        Request request = it.request(REOPEN);
        Assertion forged =
                new Signer().says(it.member(2).credential(), Signer.Saying.ofStaff(Checkpoint.challenge(request)));
        assertThat(why(it.send(Checkpoint.behind(request, it.by(1, request), forged))))
                .isEqualTo(Refusal.ASSERTION_FORGED);
    }

    @Test
    void aStrangersCredentialIsRefused() {
        Request request = it.request(REOPEN);
        Assertion stranger = new Signer().says(new Token(1, 1), Signer.Saying.ofStaff(Checkpoint.challenge(request)));
        assertThat(why(it.send(Checkpoint.behind(request, it.by(1, request), stranger))))
                .isEqualTo(Refusal.CREDENTIAL_NOT_KNOWN);
    }

    @Test
    void whatWasSignedForSomethingElseIsRefused() {
        Digest right = Signer.hash("right");
        Signer.Saying saying = Signer.Saying.ofStaff(right);
        String data = saying.clientData();
        assertThat(refusal(right, saying)).isNull();
        assertThat(refusal(right, saying.saying(data.replace("webauthn.get", "webauthn.create"))))
                .isEqualTo(Refusal.ASSERTION_WRONG_TYPE);
        assertThat(refusal(right, saying.saying(data.replace("\"type\"", "\"kind\""))))
                .isEqualTo(Refusal.ASSERTION_WRONG_TYPE);
        assertThat(refusal(right, saying.saying(data.replace("\"origin\"", "\"challenge\""))))
                .isEqualTo(Refusal.ASSERTION_WRONG_TYPE);
        assertThat(refusal(right, saying.saying(data + " "))).isEqualTo(Refusal.ASSERTION_WRONG_TYPE);
        assertThat(refusal(Signer.hash("wrong"), saying)).isEqualTo(Refusal.ASSERTION_WRONG_CHALLENGE);
        assertThat(refusal(right, saying.saying(data.replace(".example", ".evil"))))
                .isEqualTo(Refusal.ASSERTION_WRONG_ORIGIN);
        assertThat(refusal(right, saying.saying(data.replace("false", "true"))))
                .isEqualTo(Refusal.ASSERTION_WRONG_ORIGIN);
        assertThat(refusal(right, new Signer.Saying(data, "evil.example", 5))).isEqualTo(Refusal.ASSERTION_WRONG_PARTY);
        for (int flags : new int[] {0, 1, 4, 5 | 64, 5 | 128, 5 | 16}) {
            assertThat(refusal(right, new Signer.Saying(data, Signer.STAFF_PARTY, flags)))
                    .as("flags %d", flags)
                    .isEqualTo(Refusal.ASSERTION_WITHOUT_PERSON);
        }
        assertThat(refusal(right, new Signer.Saying(data, Signer.STAFF_PARTY, 5 | 8 | 16)))
                .isNull();
        assertThat(refusal(right, saying.saying(data.replace("}", ",\"other\":{\"a\":null}}"))))
                .isNull();
    }

    private sekisho.protocol.@org.jspecify.annotations.Nullable Refusal refusal(
            Digest challenge, Signer.Saying saying) {
        Request request = it.request(CLOSE);
        Assertion assertion = it.alice.says(it.member(1).credential(), saying);
        return why(it.send(request.with(new sekisho.protocol.Proof(java.util.List.of(assertion), challenge))));
    }

    @Test
    void whatStaffSignAtThePagesOfCustomersIsWorthNothing() {
        Digest challenge = Signer.hash("any");
        assertThat(refusal(challenge, Signer.Saying.of(challenge))).isEqualTo(Refusal.ASSERTION_WRONG_ORIGIN);
        String atTheConsole = Signer.Saying.ofStaff(challenge).clientData();
        assertThat(refusal(challenge, new Signer.Saying(atTheConsole, Signer.PARTY, 5)))
                .isEqualTo(Refusal.ASSERTION_WRONG_PARTY);
    }

    @Test
    void twoMembersAlwaysRemain() {
        assertThat(why(it.approvedByOne(
                        new TrustCommand.RemoveStaff(it.member(1).credential()))))
                .isEqualTo(Refusal.TWO_STAFF_NEEDED);
        Signer third = new Signer();
        Member carol = new Member(3, new Token(103, 1), third.key());
        assertThat(it.approved(new TrustCommand.EnrolStaff(carol)).accepted()).isTrue();
        assertThat(why(it.approved(new TrustCommand.EnrolStaff(carol)))).isEqualTo(Refusal.STAFF_EXISTS);
        assertThat(it.approvedByOne(new TrustCommand.RemoveStaff(carol.credential()))
                        .accepted())
                .isTrue();
        assertThat(why(it.approvedByOne(new TrustCommand.RemoveStaff(carol.credential()))))
                .isEqualTo(Refusal.STAFF_NOT_FOUND);
    }

    @Test
    void aKeyThatIsNoPointOfTheCurveIsRefused() {
        PublicKey off = new PublicKey(new Digest(0, 0, 0, 1), new Digest(0, 0, 0, 1));
        assertThat(why(it.approved(new TrustCommand.TrustIssuer(2, 1, off)))).isEqualTo(Refusal.KEY_NOT_ON_CURVE);
    }

    @Test
    void whatLoosensTakesTwoAndWhatTightensOne() {
        assertThat(why(it.approvedByOne(limit(Limit.UNLIMITED)))).isEqualTo(Refusal.APPROVALS_MISSING);
        assertThat(it.approved(limit(Limit.UNLIMITED)).accepted()).isTrue();
        assertThat(it.approvedByOne(limit(new Limit(1, 1, 1, 1, 1))).accepted()).isTrue();
        assertThat(why(it.approvedByOne(new SettingsCommand.SetBalanceCap(Checkpoint.UNVERIFIED, Currency.JPY, 1))))
                .isEqualTo(Refusal.APPROVALS_MISSING);
        assertThat(why(it.say(new WalletCommand.Unfreeze(Checkpoint.AIKO, FreezeScope.ALL, 0))))
                .isEqualTo(Refusal.APPROVALS_MISSING);
        assertThat(why(it.approvedByOne(new TrustCommand.MarkMerchant(Checkpoint.ELECTRONICS, false))))
                .isEqualTo(Refusal.APPROVALS_MISSING);
        assertThat(it.approvedByOne(new TrustCommand.MarkMerchant(Checkpoint.SHOP, true))
                        .accepted())
                .isTrue();
    }

    private static SettingsCommand.SetLimit limit(Limit limit) {
        return new SettingsCommand.SetLimit(Checkpoint.UNVERIFIED, Currency.JPY, Operation.SEND, limit);
    }

    @Test
    void postingsOfRealMoneyTakeTwo() {
        var lines = java.util.List.of(
                new sekisho.protocol.Line(
                        sekisho.protocol.AccountKey.bank(
                                Checkpoint.BOOK,
                                sekisho.protocol.AccountKind.SETTLEMENT,
                                Checkpoint.STRONG,
                                Currency.JPY),
                        Side.DEBIT,
                        100),
                new sekisho.protocol.Line(
                        sekisho.protocol.AccountKey.wallet(Checkpoint.BOOK, Checkpoint.THIEF, Currency.JPY),
                        Side.CREDIT,
                        100));
        var book = new LedgerCommand.Book(lines, false, OperationId.NONE);
        assertThat(why(it.say(book))).isEqualTo(Refusal.APPROVALS_MISSING);
        assertThat(why(it.approved(book)))
                .as("and never into an unverified wallet")
                .isEqualTo(Refusal.WALLET_UNVERIFIED);
    }
}
