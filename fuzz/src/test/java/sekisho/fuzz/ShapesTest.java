package sekisho.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

final class ShapesTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final ApiDocument DOCUMENT = ApiDocument.parse("""
            {"paths":{},"components":{"schemas":{
              "Thing":{"type":"object","required":["id"],"properties":{
                "id":{"type":"string","pattern":"^[0-9a-f]{4}$"},
                "amount":{"type":"integer","minimum":1,"maximum":9},
                "open":{"type":"boolean"},
                "side":{"type":"string","enum":["debit","credit"]},
                "more":{"type":"array","items":{"$ref":"#/components/schemas/Thing"}}}}}}}
            """);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"id":"00af"}                              | ''
            {"id":"00af","amount":9,"open":false}      | ''
            {"id":"00af","more":[{"id":"00b0"}]}       | ''
            {}                                         | /id is missing
            {"id":5}                                   | /id is no string: 5
            {"id":"00AF"}                              | /id does not have its form: 00AF
            {"id":"00af","amount":0}                   | /amount is outside its range: 0
            {"id":"00af","amount":10}                  | /amount is outside its range: 10
            {"id":"00af","amount":1.0}                 | /amount is no integer: 1.0
            {"id":"00af","open":"true"}                | /open is no boolean
            {"id":"00af","side":"both"}                | /side is none of the documented words: both
            {"id":"00af","more":[{"x":1,"id":"0000"}]} | /more/0/x is not documented
            """)
    void saysWhatDoesNotFit(String json, String fault) {
        var faults = new Shapes(DOCUMENT).faults(DOCUMENT.component("Thing"), MAPPER.readTree(json));
        assertThat(String.join("; ", faults)).isEqualTo(fault.equals("''") ? "" : fault);
    }

    @Test
    void everyBadBodyIsAnotherThanTheRightOne() {
        String right = "{\"id\":\"00af\",\"amount\":5,\"open\":true,\"more\":[{\"id\":\"0000\"}]}";
        var bad = BadBodies.of(DOCUMENT, DOCUMENT.component("Thing"), right);
        assertThat(bad).hasSizeGreaterThan(60);
        assertThat(bad).allSatisfy(body -> assertThat(body.body()).isNotEqualTo(right));
        assertThat(bad.stream().map(BadBodies.Bad::what))
                .contains("/amount is 5e3", "/amount is \"5000\"", "/id is missing", "/more/0/id is 5");
    }

    @Test
    void aSeedMakesTheSameValues() {
        assertThat(values(1)).isEqualTo(values(1)).isNotEqualTo(values(2));
    }

    private static List<String> values(long seed) {
        var values = new Values(DOCUMENT, new SplittableRandom(seed));
        return java.util.stream.Stream.generate(() -> values.json(DOCUMENT.component("Thing")))
                .limit(100)
                .toList();
    }
}
