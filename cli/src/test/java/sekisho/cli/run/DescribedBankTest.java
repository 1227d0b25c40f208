package sekisho.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import sekisho.bank.description.BankDescription;
import sekisho.bank.description.DescriptionReader;
import sekisho.bank.description.DescriptionReading;
import sekisho.bank.description.Descriptions;
import sekisho.bank.description.Sourced;
import sekisho.banksimulator.profile.Ask;
import sekisho.banksimulator.profile.BankProfile;
import sekisho.banksimulator.profile.FictionalBanks;
import sekisho.protocol.BankId;

/** What the banks that do not exist do, follows from their descriptions. */
final class DescribedBankTest {

    @Test
    void theFilesThatTheyBeginWithChangeNothingOfTheirPages() {
        assertThat(FictionalBanks.all())
                .hasSize(35)
                .allSatisfy(bank -> assertThat(
                                DescribedBank.of(bank, file(bank.code()).description()))
                        .isEqualTo(bank));
    }

    @Test
    void anAddedFactorIsAskedOnAPageOfItsOwn() {
        BankProfile changed = DescribedBank.of(bank("0829"), edited("0829", "adds:", """
                  - {page: 3, ask: sms-code, rests-on: [possession], dynamic: true}
                adds:"""));
        assertThat(changed.steps()).hasSize(3);
        assertThat(changed.steps().getLast()).containsExactly(Ask.SMS_CODE);
        assertThat(bank("0829").twoFactor()).isFalse();
        assertThat(changed.twoFactor()).isTrue();
        assertThat(changed.tells().channel()).isEqualTo("sms");
    }

    @Test
    void whatNoFictionalBankCanAskIsRefusedByName() {
        BankDescription passkey = edited("0829", "adds:", """
                  - {page: 3, ask: passkey, rests-on: [possession], dynamic: true}
                adds:""");
        assertThatThrownBy(() -> DescribedBank.of(bank("0829"), passkey)).hasMessageContaining("passkey");
    }

    /** Whoever has two factors is asked for their word, so that the bank has to tell them. */
    private static BankDescription edited(String code, String from, String to) {
        String text = file(code)
                .text()
                .replace("\n" + from, "\n" + to)
                .replaceAll("tells: .*", "tells: {channel: sms, proof-of-delivery: true, contact-changes: true}");
        return ((DescriptionReading.Whole) DescriptionReader.read(text)).description();
    }

    private static Sourced file(String code) {
        return Descriptions.fictional().of(new BankId(Integer.parseInt(code))).orElseThrow();
    }

    private static BankProfile bank(String code) {
        return FictionalBanks.all().stream()
                .filter(profile -> profile.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
