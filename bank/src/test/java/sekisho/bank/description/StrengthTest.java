package sekisho.bank.description;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sekisho.protocol.Description;
import sekisho.protocol.Description.Notice;
import sekisho.protocol.LinkStrength;

final class StrengthTest {
    private static final String SMS = "  - {page: 3, ask: sms-code, rests-on: [possession], dynamic: true}\n";
    private static final String PIN = "  - {page: 2, ask: card-pin, rests-on: [knowledge]}\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            card-pin [knowledge];                                  | TWO_FACTOR
            password [knowledge];app-face [possession, inherence]D | TWO_FACTOR
            app-face [possession, inherence]D                      | TWO_FACTOR
            app-approval [possession]D                             | WEAK
            grid-card [possession];card-pin [knowledge]            | WEAK
            card-pin [knowledge];birth-date [knowledge];last-balance [knowledge];phone-tail [knowledge] | WEAK
            mail-code [];password [knowledge]                      | WEAK
            name-kana []                                           | NONE
            passkey [knowledge, possession]DR                      | PHISHING_RESISTANT
            passkey [possession]DR                                 | WEAK
            ic-card [knowledge, possession]DR                      | PHISHING_RESISTANT
            ic-card [knowledge, possession]D                       | TWO_FACTOR
            """)
    void followsFromWhatIsAsked(String asks, LinkStrength strength) {
        var yaml = new StringBuilder();
        for (String ask : asks.split(";", -1)) {
            if (ask.isEmpty()) {
                yaml.append(SMS.replace("page: 3", "page: 1"));
                continue;
            }
            String[] parts = ask.split(" ", 2);
            yaml.append("  - {page: 1, ask: %s, rests-on: %s".formatted(parts[0], parts[1].replaceAll("[DR]", "")))
                    .append(parts[1].contains("D") ? ", dynamic: true" : "")
                    .append(parts[1].contains("R") ? ", phishing-resistant: true" : "")
                    .append("}\n");
        }
        assertThat(strength(Example.YAML.replaceAll("(?s)asks:.*adds", "asks:\n" + yaml + "adds")))
                .isEqualTo(strength);
    }

    @Test
    void editingOneFileChangesItWithoutCode() {
        assertThat(strength(Example.YAML)).isEqualTo(LinkStrength.TWO_FACTOR);
        String pinOnly = Example.with(SMS, "");
        assertThat(strength(pinOnly)).isEqualTo(LinkStrength.WEAK);
        assertThat(strength(pinOnly.replace("adds: []", "adds: [deposit-code]")))
                .isEqualTo(LinkStrength.WEAK_NOTICED);
        assertThat(strength(pinOnly.replace("proof-of-delivery: false", "proof-of-delivery: true")))
                .isEqualTo(LinkStrength.WEAK_NOTICED);
        assertThat(strength(Example.with(
                        "ask: sms-code, rests-on: [possession], dynamic: true",
                        "ask: passkey, rests-on: [possession], dynamic: true, phishing-resistant: true")))
                .isEqualTo(LinkStrength.PHISHING_RESISTANT);
    }

    @Test
    void noticeMakesNothingOfNothing() {
        String yaml = Example.with(SMS, "").replace(PIN, "").replace("adds: []", "adds: [deposit-code]");
        assertThat(strength(yaml)).isEqualTo(LinkStrength.NONE);
    }

    @Test
    void theEngineIsToldInItsTerms() {
        assertThat(EngineTerms.of(Example.description(Example.YAML)))
                .isEqualTo(new Description(
                        3, 1, 1 | 2 | 8, 1 | 8, Notice.MAIL, false, 5_400_000, 432_000_000, 50_000, 3_000_000));
        String strongest = Example.with(
                        "ask: sms-code, rests-on: [possession], dynamic: true",
                        "ask: passkey, rests-on: [possession, inherence], dynamic: true, phishing-resistant: true")
                .replace("adds: []", "adds: [deposit-code]")
                .replace("rail: web-mandate", "rail: fapi")
                .replace("proof-of-delivery: false", "proof-of-delivery: true")
                .replace("[name-kanji, phone]", "[name-kana, birth-date, address]");
        Description terms = EngineTerms.of(Example.description(strongest));
        assertThat(terms.factors()).isEqualTo(1 | 2 | 4 | 8 | 16 | 32);
        assertThat(terms.matches()).isEqualTo(16 | 2 | 4);
        assertThat(terms.method()).isEqualTo(2);
        assertThat(terms.noticeProof()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"none, NONE", "statement, STATEMENT", "mail, MAIL", "letter, LETTER", "sms, MESSAGE", "app, APP"})
    void theEngineIsToldHowTheHolderIsTold(String channel, Notice notice) {
        String tells = "{channel: %s, proof-of-delivery: false, contact-changes: false}".formatted(channel);
        // Without its second factor the bank may tell nobody.
        String yaml = Example.with(SMS, "").replaceAll("tells: .*", "tells: " + tells);
        assertThat(EngineTerms.of(Example.description(yaml)).notice()).isEqualTo(notice);
    }

    private static LinkStrength strength(String yaml) {
        return Strength.of(Example.description(yaml));
    }
}
