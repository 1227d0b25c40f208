package sekisho.bank.description;

/** A description that is one, to be edited. */
final class Example {
    static final String YAML = """
            bank: "0814"
            version: 3
            rail: web-mandate
            asks:
              - {page: 1, ask: branch, rests-on: []}
              - {page: 1, ask: account, rests-on: []}
              - {page: 2, ask: card-pin, rests-on: [knowledge]}
              - {page: 3, ask: sms-code, rests-on: [possession], dynamic: true}
            adds: []
            matches: {attributes: [name-kanji, phone], answers: each}
            tells: {channel: mail, proof-of-delivery: false, contact-changes: true}
            objection: 90m
            liability: shared
            limits: {once: 50000, in-24-hours: 100000, in-30-days: 300000, new-links-in-24-hours: 3000000}
            hours: {from: "08:30", until: "24:00"}
            pull-back: 5d
            """;

    private Example() {}

    /** The example with one text replaced, which must be there. */
    static String with(String before, String after) {
        if (!YAML.contains(before)) {
            throw new IllegalArgumentException("the example has no " + before);
        }
        return YAML.replace(before, after);
    }

    static BankDescription description(String yaml) {
        return switch (DescriptionReader.read(yaml)) {
            case DescriptionReading.Whole(var description) -> description;
            case DescriptionReading.Faulty(var mistakes) -> throw new AssertionError(mistakes.toString());
        };
    }
}
