package sekisho.banksimulator.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sekisho.formats.directory.BankDirectory;
import sekisho.formats.directory.ListedBank;

final class FictionalBanksTest {
    private static final double READABLE = 4.5;

    static Stream<BankProfile> banks() {
        return FictionalBanks.all().stream();
    }

    @Test
    void areThirtyFiveWithNamesAndCodesThatNoRealBankHas() {
        assertThat(banks()).hasSize(35);
        assertThat(banks().map(BankProfile::code)).doesNotHaveDuplicates().isSorted();
        assertThat(banks().map(bank -> bank.name().ja())).doesNotHaveDuplicates();
        assertThat(banks().map(bank -> bank.name().en())).doesNotHaveDuplicates();
        var directory = BankDirectory.zengin();
        assertThat(banks().map(BankProfile::code)
                        .filter(code -> directory.bank(code).isPresent()))
                .isEmpty();
        var real = directory.banks().stream().map(ListedBank::name).toList();
        assertThat(banks().map(bank -> bank.name().ja()))
                .allSatisfy(name -> assertThat(real).doesNotContain(name, name.replaceAll("(信用金庫|銀行)$", "")));
    }

    @Test
    void askInManyWaysAndElevenOfThemWeakly() {
        assertThat(banks().map(BankProfile::steps).distinct().count()).isGreaterThanOrEqualTo(20);
        assertThat(banks().map(bank -> kinds(bank)).distinct().count()).isGreaterThanOrEqualTo(8);
        var weak = banks().filter(bank -> bank.asks().stream().noneMatch(Ask::dynamic))
                .toList();
        assertThat(weak).hasSize(11).allSatisfy(bank -> assertThat(bank.asks()).contains(Ask.CARD_PIN, Ask.ACCOUNT));
        assertThat(weak.stream().filter(bank -> bank.asks().contains(Ask.BIRTH_DATE)))
                .hasSizeBetween(4, 8);
    }

    @Test
    void lookDifferent() {
        assertThat(banks().map(bank -> bank.look().layout()).distinct()).hasSize(7);
        assertThat(banks().map(bank -> bank.look().main())).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("banks")
    void canBeRead(BankProfile bank) {
        Look look = bank.look();
        assertThat(contrast(look.main(), "#ffffff"))
                .as("white on %s", look.main())
                .isGreaterThanOrEqualTo(READABLE);
        assertThat(contrast(look.main(), look.paper())).isGreaterThanOrEqualTo(READABLE);
        assertThat(contrast("#5d5552", look.paper())).isGreaterThanOrEqualTo(READABLE);
        if (look.layout().equals("window")) {
            assertThat(contrast(look.main(), look.second()))
                    .as("main on second")
                    .isGreaterThanOrEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code: \"0821\"",
                "code: &a \"0821\"\nname: {ja: x, kana: x, en: x, more: x}",
                "- 1",
                "",
                "code: \"1\"\ncode: \"2\"",
            })
    void whatIsNoDescriptionIsRefused(String yaml) {
        assertThatThrownBy(() -> FictionalBanks.parse(yaml)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[branch, account], [card-pin, card-pin]",
                "[card-pin], [branch, account]",
                "[branch], [card-pin]",
                "[branch, account, app-code], [card-pin]",
                "[branch, account], [card-pin, call-back]",
                "[branch, account], [horoscope]",
            })
    void nonsensicalStepsAreRefused(String steps) {
        String yaml = """
                code: "0821"
                name: {ja: x, kana: x, en: x}
                service: {ja: x, en: x}
                look: {layout: card, emblem: sun, main: "#000000", second: "#ffffff", paper: "#ffffff", type: sans}
                branches: [{code: "001", ja: x, en: x}]
                rail: web-mandate
                steps: [%s]
                tries: 3
                tells: {channel: none, proof-of-delivery: false, contact-changes: false}
                compares: []
                """;
        assertThat(FictionalBanks.parse(yaml.formatted("[branch, account], [card-pin]"))
                        .asks())
                .hasSize(3);
        assertThatThrownBy(() -> FictionalBanks.parse(yaml.formatted(steps)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String kinds(BankProfile bank) {
        return bank.asks().stream()
                .filter(ask -> ask.kind() != AskKind.IDENTIFIER)
                .map(Ask::word)
                .collect(Collectors.joining(" "));
    }

    /** WCAG 2.2, contrast ratio. */
    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i : List.of(0, 1, 2)) {
            double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
