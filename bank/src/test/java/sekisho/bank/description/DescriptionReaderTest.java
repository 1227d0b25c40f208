package sekisho.bank.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sekisho.bank.redirect.Attribute;
import sekisho.bank.redirect.FactorKind;
import sekisho.protocol.BankId;
import sekisho.protocol.LinkStrength;

final class DescriptionReaderTest {

    @Test
    void readsEveryField() {
        assertThat(Example.description(Example.YAML))
                .isEqualTo(new BankDescription(
                        new BankId(814),
                        3,
                        Rail.WEB_MANDATE,
                        List.of(
                                new AskStep(1, Ask.BRANCH, Set.of(), false, false),
                                new AskStep(1, Ask.ACCOUNT, Set.of(), false, false),
                                new AskStep(2, Ask.CARD_PIN, Set.of(FactorKind.KNOWLEDGE), false, false),
                                new AskStep(3, Ask.SMS_CODE, Set.of(FactorKind.POSSESSION), true, false)),
                        false,
                        new Matching(Set.of(Attribute.NAME_KANJI, Attribute.PHONE), Matching.Answering.EACH),
                        new Telling(Telling.Channel.MAIL, false, true),
                        Duration.ofMinutes(90),
                        Liability.SHARED,
                        new Bounds(50_000, 100_000, 300_000, 3_000_000),
                        new Hours(510, 1_440),
                        Duration.ofDays(5)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bank: "0814"            | bank: "814"               | 1:7   | bank                  | four digits
            bank: "0814"            | bank: "0000"              | 1:7   | bank                  | four digits
            bank: "0814"            | bank: ["0814"]            | 1:7   | bank                  | one value
            version: 3              | version: 0                | 2:10  | version               | from 1 to 1000000
            version: 3              | version: "3"              | 2:10  | version               | whole number
            version: 3              | version: 0x3              | 2:10  | version               | whole number
            version: 3              | version: 3_0              | 2:10  | version               | whole number
            version: 3              | version: -3               | 2:10  | version               | whole number
            version: 3              | version: 99999999999999999999 | 2:10 | version           | whole number
            web-mandate             | telepathy                 | 3:7   | rail                  | use one of web-mandate, fapi
            page: 1, ask: branch    | page: 2, ask: branch      | 5:12  | asks[1].page          | write 1
            page: 2, ask: card-pin  | page: 3, ask: card-pin    | 7:12  | asks[3].page          | write 1 or 2
            page: 3, ask: sms       | page: 1, ask: sms         | 8:12  | asks[4].page          | write 2 or 3
            ask: card-pin           | ask: horoscope            | 7:20  | asks[3].ask           | use one of branch
            ask: account            | ask: branch               | 6:20  | asks[2].ask           | twice
            ask: card-pin, rests-on: [knowledge] | ask: card-pin, rests-on: [possession] | 7:40 | asks[3].rests-on | some of [knowledge]
            ask: card-pin, rests-on: [knowledge] | ask: mail-code, rests-on: [possession] | 7:41 | asks[3].rests-on | it is no factor
            [knowledge]             | [knowledge, knowledge]    | 7:52  | asks[3].rests-on      | twice
            [knowledge]             | [luck]                    | 7:41  | asks[3].rests-on      | knowledge, possession, inherence
            [knowledge]             | knowledge                 | 7:40  | asks[3].rests-on      | a list of 0 to 32
            [knowledge]             | [knowledge], dynamic: true | 7:62 | asks[3].dynamic       | the same each time
            dynamic: true           | dynamic: yes              | 8:63  | asks[4].dynamic       | true nor false
            dynamic: true           | dynamic: true, phishing-resistant: true | 8:89 | asks[4].phishing-resistant | relayed
            adds: []                | adds: [blessing]          | 9:8   | adds                  | deposit-code
            [name-kanji, phone]     | [name-kanji, shoe-size]   | 10:36 | matches.attributes    | those of name-kanji
            answers: each           | answers: loudly           | 10:53 | matches.answers       | each, together, values
            channel: mail           | channel: pigeon           | 11:18 | tells.channel         | none, statement
            channel: mail           | channel: none             | 11:67 | tells.contact-changes | name the channel
            mail, proof-of-delivery: false, contact-changes: true | none, proof-of-delivery: false, contact-changes: false | 11:8 | tells | name a channel
            objection: 90m          | objection: 91d            | 12:12 | objection             | 0m to 90d
            objection: 90m          | objection: 1 day          | 12:12 | objection             | 90m, 24h or 3d
            objection: 90m          | objection: -1d            | 12:12 | objection             | 90m, 24h or 3d
            liability: shared       | liability: holder         | 13:12 | liability             | operator, bank, shared
            once: 50000             | once: 100001              | 14:16 | limits.once           | lower it
            in-30-days: 300000      | in-30-days: 99999         | 14:36 | limits.in-24-hours    | lower it
            in-30-days: 300000      | in-30-days: 1e6           | 14:56 | limits.in-30-days     | whole number
            hours: {from: "08:30"   | hours: {from: "8:30"      | 15:15 | hours.from            | "08:00"
            hours: {from: "08:30"   | hours: {from: "24:00"     | 15:31 | hours.until           | a later time
            pull-back: 5d           | pull-back: 401d           | 16:12 | pull-back             | 0m to 400d
            pull-back: 5d           | pullback: 5d              | 16:1  | pullback              | known are adds, asks
            version: 3              | bank: "0815"              | 2:1   | bank                  | there twice
            limits:                 | limits: 1 #               | 14:9  | limits                | here should be fields
            page: 1, ask: branch    | page: 1, ask: branch, tries: 3 | 5:28 | asks[1].tries     | nobody reads this
            """)
    void aMistakeHasItsPlaceAndSaysWhatToDo(String before, String after, String place, String field, String sentence) {
        assertThat(mistakes(Example.with(before, after))).anySatisfy(mistake -> {
            assertThat(mistake.line() + ":" + mistake.column()).isEqualTo(place);
            assertThat(mistake.field()).isEqualTo(field);
            assertThat(mistake.sentence()).contains(sentence);
        });
    }

    @Test
    void whatIsInForceStaysSoWhereANewFileWouldHaveToSayMore() {
        String silent = Example.YAML.replaceAll(
                "tells: .*", "tells: {channel: none, proof-of-delivery: false, contact-changes: false}");
        assertThat(mistakes(silent))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.field()).isEqualTo("tells"));
        assertThat(DescriptionReader.readKept(silent)).isInstanceOf(DescriptionReading.Whole.class);
        assertThat(DescriptionReader.readKept("")).isInstanceOf(DescriptionReading.Faulty.class);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceInOrder() {
        String yaml = Example.YAML
                .replace("version: 3", "version: three")
                .replace("web-mandate", "fax")
                .replace("[knowledge]", "[inherence]")
                .replace("liability: shared\n", "")
                .replace("pull-back: 5d", "pull-back: soon\nextra: 1");
        assertThat(mistakes(yaml).stream().map(Mistake::toString))
                .containsExactly(
                        "1:1: liability: this field is missing: add it",
                        "2:10: version: 'three' does not fit: write a whole number from 1 to 1000000",
                        "3:7: rail: 'fax' is no word for it: use one of web-mandate, fapi, decoupled, deposit-code, direct-debit-file",
                        "7:40: asks[3].rests-on: card-pin does not rest on that: write some of [knowledge]",
                        "15:12: pull-back: 'soon' does not fit: write 0m to 400d, as 90m, 24h or 3d",
                        "16:1: extra: nobody reads this field: take it away, known are adds, asks, bank, hours, liability, limits, matches, net-banking, objection, pull-back, rail, tells, version");
    }

    @Test
    void aCodeFromAStatementCountsOnlyWhereNetBankingHasTwoFactors() {
        String yaml = Example.with(
                "ask: sms-code, rests-on: [possession]", "ask: statement-code, rests-on: [knowledge, possession]");
        for (String oneFactor : List.of(yaml, yaml + "net-banking: one-factor\n")) {
            assertThat(mistakes(oneFactor))
                    .singleElement()
                    .satisfies(it -> assertThat(it.sentence()).contains("net banking has two factors"));
        }
        var two = Example.description(yaml + "net-banking: two-factor\n");
        assertThat(Strength.of(two)).isEqualTo(LinkStrength.TWO_FACTOR);
        var merelyNotice =
                Example.description(yaml.replace("rests-on: [knowledge, possession], dynamic: true", "rests-on: []"));
        assertThat(Strength.of(merelyNotice)).isEqualTo(LinkStrength.WEAK);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [knowledge]   | &k [knowledge]                    | anchors
            [knowledge]   | *k                                | anchors
            version: 3    | version: !!int 3                  | tags
            version: 3    | version: !java.io.File 3          | tags
            pull-back: 5d | pull-back: 5d, more: 1            | no YAML
            pull-back: 5d | pull-back: [                      | no YAML
            pull-back: 5d | pull-back: [[[[[[[[[[[5d]]]]]]]]]]] | no YAML
            version: 3    | '\tversion: 3'                    | no YAML
            """)
    void whatMakesYamlSurprisingIsRefused(String before, String after, String sentence) {
        assertThat(mistakes(Example.with(before, after)))
                .anySatisfy(mistake -> assertThat(mistake.sentence()).contains(sentence));
    }

    @Test
    void mergesDirectivesAndFurtherDocumentsAreRefused() {
        assertThat(mistakes("%YAML 1.1\n---\n" + Example.YAML)).hasSize(1);
        assertThat(mistakes(Example.YAML + "---\n" + Example.YAML))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.line()).isEqualTo(17));
        assertThat(mistakes(Example.YAML + "<<: {version: 4}\n"))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.field()).isEqualTo("<<"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing", "- 1", "text", "? {a: b}\n: 1", "bank: \u0000"})
    void whatIsNoDescriptionIsRefused(String yaml) {
        assertThat(mistakes(yaml)).isNotEmpty();
    }

    @Test
    void aFileIsBounded() {
        assertThat(mistakes(Example.YAML + "#".repeat(YamlDocument.LONGEST)))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.sentence()).contains("16384 at most"));
        String many = "asks:\n" + "  - {page: 1, ask: branch, rests-on: []}\n".repeat(33);
        assertThat(mistakes(Example.YAML.replaceAll("(?s)asks:.*adds", many + "adds")))
                .anySatisfy(mistake -> assertThat(mistake.sentence()).contains("a list of 1 to 32"));
    }

    private static List<Mistake> mistakes(String yaml) {
        return switch (DescriptionReader.read(yaml)) {
            case DescriptionReading.Whole(var description) -> throw new AssertionError("was read as " + description);
            case DescriptionReading.Faulty(var mistakes) -> mistakes;
        };
    }
}
