package sekisho.core;

import static org.assertj.core.api.Assertions.assertThat;
import static sekisho.core.Checkpoint.AIKO;
import static sekisho.core.Checkpoint.STRONG;
import static sekisho.core.Checkpoint.credential;
import static sekisho.core.Checkpoint.person;
import static sekisho.core.Checkpoint.why;

import org.junit.jupiter.api.Test;
import sekisho.protocol.CashOutCommand;
import sekisho.protocol.CheckpointCommand;
import sekisho.protocol.Digest;
import sekisho.protocol.EvidenceKind;
import sekisho.protocol.IdentityCommand;
import sekisho.protocol.OperationId;
import sekisho.protocol.PublicKey;
import sekisho.protocol.Refusal;
import sekisho.protocol.Request;
import sekisho.protocol.RequestId;
import sekisho.protocol.Token;
import sekisho.protocol.WalletCommand;

final class PasskeyTest {

    private static final CheckpointCommand.Ask ASK =
            new CheckpointCommand.Ask(AIKO, STRONG, 1, Checkpoint.session(), Checkpoint.nonce());
    private static final Token SECOND = new Token(201, 1);

    private final Checkpoint it = Checkpoint.verified();
    private final Signer second = new Signer();

    private IdentityCommand.AddAuthenticator add() {
        return new IdentityCommand.AddAuthenticator(AIKO, SECOND, second.key(), true, true);
    }

    @Test
    void aLinkNeedsAFreshPasskey() {
        assertThat(why(it.say(ASK))).isEqualTo(Refusal.STEP_UP_MISSING);
        Request request = it.request(ASK);
        assertThat(why(it.send(it.owned(request, Checkpoint.BEN))))
                .as("another wallet's")
                .isEqualTo(Refusal.CREDENTIAL_NOT_KNOWN);
        assertThat(why(it.send(it.owned(it.request(ASK), AIKO)))).isNull();
    }

    @Test
    void aPasskeysWordIsFreshForFiveMinutes() {
        Request old = new Request(
                Checkpoint.BOOK, Checkpoint.CLIENT, RequestId.of(it.now - 300_001, 0, 99), 1, false, false, 0, ASK);
        assertThat(why(it.send(it.owned(old, AIKO)))).isEqualTo(Refusal.STEP_UP_STALE);
    }

    @Test
    void aCashOutAndATierNeedItToo() {
        OperationId link = it.active(AIKO, STRONG, Checkpoint.ACCOUNT);
        it.topUp(AIKO, link, 3_000);
        var out = new CashOutCommand.Start(AIKO, link, Checkpoint.yen(1_000));
        assertThat(why(it.say(out))).isEqualTo(Refusal.STEP_UP_MISSING);
        assertThat(it.owned(out, AIKO).accepted()).isTrue();
        assertThat(why(it.say(new WalletCommand.SetTier(AIKO, Checkpoint.UNVERIFIED))))
                .isEqualTo(Refusal.STEP_UP_MISSING);
    }

    @Test
    void aNewPasskeyNeedsAChipAndRestsForThreeDays() {
        assertThat(why(it.say(add()))).isEqualTo(Refusal.CHIP_PROOF_MISSING);
        it.say(it.present(it.evidence(AIKO, EvidenceKind.IC_CHIP, person(AIKO), SECOND)));
        assertThat(it.say(add()).accepted()).isTrue();
        assertThat(why(it.say(add()))).isEqualTo(Refusal.AUTHENTICATOR_EXISTS);
        assertThat(why(it.owned(ASK, AIKO))).as("the old one rests too").isEqualTo(Refusal.AUTHENTICATOR_YOUNG);
        it.pass(72 * Checkpoint.HOUR - 1);
        assertThat(why(it.owned(ASK, AIKO))).isEqualTo(Refusal.AUTHENTICATOR_YOUNG);
        it.pass(1);
        assertThat(it.owned(ASK, AIKO).accepted()).isTrue();
    }

    @Test
    void aChipSpeaksForOneCredentialAndForAQuarterOfAnHour() {
        it.say(it.present(it.evidence(AIKO, EvidenceKind.IC_CHIP, person(AIKO), new Token(5, 5))));
        assertThat(why(it.say(add()))).isEqualTo(Refusal.CHIP_PROOF_MISSING);
        it.say(it.present(it.evidence(AIKO, EvidenceKind.IC_CHIP, person(AIKO), SECOND)));
        it.pass(900_001);
        assertThat(why(it.say(add()))).isEqualTo(Refusal.CHIP_PROOF_MISSING);
    }

    @Test
    void aPasskeyIsTakenAwayByItsOwnerOrByStaff() {
        var remove = new IdentityCommand.RemoveAuthenticator(AIKO, credential(AIKO));
        assertThat(why(it.say(remove))).isEqualTo(Refusal.STEP_UP_MISSING);
        assertThat(it.approvedByOne(remove).accepted()).isTrue();
        assertThat(why(it.approvedByOne(remove))).isEqualTo(Refusal.AUTHENTICATOR_NOT_FOUND);
        assertThat(why(it.owned(ASK, AIKO))).isEqualTo(Refusal.CREDENTIAL_NOT_KNOWN);
        assertThat(why(it.say(add()))).as("a reset is a new one").isEqualTo(Refusal.CHIP_PROOF_MISSING);
    }

    @Test
    void aPasskeyThatTheChipDidNotSpeakForRests() {
        Checkpoint other = Checkpoint.founded();
        other.say(new IdentityCommand.AddAuthenticator(AIKO, credential(AIKO), other.passkey.key(), true, true));
        other.say(other.present(other.evidence(AIKO, EvidenceKind.IC_CHIP, person(AIKO), new Token(5, 5))));
        assertThat(why(other.owned(ASK, AIKO))).isEqualTo(Refusal.AUTHENTICATOR_YOUNG);
    }

    @Test
    void aWalletHasEightPasskeysAndTheirKeysAreKeys() {
        assertThat(why(it.say(new IdentityCommand.AddAuthenticator(
                        AIKO, SECOND, new PublicKey(Digest.NONE, Digest.NONE), false, false))))
                .isEqualTo(Refusal.KEY_NOT_ON_CURVE);
        for (int i = 2; i <= 9; i++) {
            Token credential = new Token(300, i);
            it.say(it.present(it.evidence(AIKO, EvidenceKind.IC_CHIP, person(AIKO), credential)));
            assertThat(why(it.say(new IdentityCommand.AddAuthenticator(AIKO, credential, second.key(), false, false))))
                    .isEqualTo(i < 9 ? null : Refusal.TOO_MANY_AUTHENTICATORS);
        }
    }
}
