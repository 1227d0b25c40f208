package sekisho.bank.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sekisho.protocol.BankOperation;

final class LinkAssuranceTest {
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
    void followsFromWhatIsAsked(String asks, LinkAssurance assurance) {
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
        assertThat(assurance(Example.YAML.replaceAll("(?s)asks:.*adds", "asks:\n" + yaml + "adds")))
                .isEqualTo(assurance);
    }

    @Test
    void editingOneFileChangesItWithoutCode() {
        assertThat(assurance(Example.YAML)).isEqualTo(LinkAssurance.TWO_FACTOR);
        String pinOnly = Example.with(SMS, "");
        assertThat(assurance(pinOnly)).isEqualTo(LinkAssurance.WEAK);
        assertThat(assurance(pinOnly.replace("adds: []", "adds: [deposit-code]")))
                .isEqualTo(LinkAssurance.WEAK_NOTICED);
        assertThat(assurance(pinOnly.replace("proof-of-delivery: false", "proof-of-delivery: true")))
                .isEqualTo(LinkAssurance.WEAK_NOTICED);
        assertThat(assurance(Example.with(
                        "ask: sms-code, rests-on: [possession], dynamic: true",
                        "ask: passkey, rests-on: [possession], dynamic: true, phishing-resistant: true")))
                .isEqualTo(LinkAssurance.PHISHING_RESISTANT);
    }

    @Test
    void noticeMakesNothingOfNothing() {
        String yaml = Example.with(SMS, "").replace(PIN, "").replace("adds: []", "adds: [deposit-code]");
        assertThat(assurance(yaml)).isEqualTo(LinkAssurance.NONE);
    }

    @Test
    void eachOperationHasItsFloor() {
        var weak = Example.description(Example.with(SMS, ""));
        var noticed = Example.description(Example.with(SMS, "").replace("adds: []", "adds: [deposit-code]"));
        var strong = Example.description(Example.YAML);
        Floors floors = Floors.standard();
        assertThat(floors.permit(BankOperation.LINKS, weak)).isFalse();
        assertThat(floors.permit(BankOperation.LINKS, noticed)).isTrue();
        assertThat(floors.permit(BankOperation.TOP_UPS, noticed)).isTrue();
        assertThat(floors.permit(BankOperation.CASH_OUTS, noticed)).isFalse();
        assertThat(floors.permit(BankOperation.CASH_OUTS, strong)).isTrue();
        assertThatThrownBy(() -> new Floors(Map.of(BankOperation.LINKS, LinkAssurance.WEAK)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theEngineIsToldInItsTerms() {
        assertThat(EngineTerms.of(Example.description(Example.YAML)))
                .isEqualTo(new EngineTerms(
                        3,
                        1,
                        1 | 2 | 8,
                        1 | 8,
                        Telling.Channel.MAIL,
                        false,
                        5_400_000,
                        432_000_000,
                        50_000,
                        3_000_000));
        String strongest = Example.with(
                        "ask: sms-code, rests-on: [possession], dynamic: true",
                        "ask: passkey, rests-on: [possession, knowledge], dynamic: true, phishing-resistant: true")
                .replace("adds: []", "adds: [deposit-code]")
                .replace("rail: web-mandate", "rail: fapi")
                .replace("[name-kanji, phone]", "[name-kana, birth-date, address]");
        EngineTerms terms = EngineTerms.of(Example.description(strongest));
        assertThat(terms.factors()).isEqualTo(1 | 2 | 8 | 16 | 32);
        assertThat(terms.matches()).isEqualTo(16 | 2 | 4);
        assertThat(terms.method()).isEqualTo(2);
    }

    private static LinkAssurance assurance(String yaml) {
        return LinkAssurance.of(Example.description(yaml));
    }
}
