package sekisho.server.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sekisho.protocol.Currency;
import sekisho.protocol.FreezeScope;
import sekisho.protocol.WalletId;
import sekisho.server.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

final class ApiJsonTest {
    private static final JsonMapper MAPPER = ApiJson.mapper();
    private static final String WALLET = "\"from\":\"3b6e2f0a9c4d5e61\"";

    record Inner(Amount amount) {}

    record Body(
            WalletId from,
            Amount amount,
            @Nullable Currency currency,
            @Nullable Boolean upTo,
            @Nullable FreezeScope scope,
            @Nullable String text,
            @Nullable Inner inner,
            @Nullable List<Inner> list) {}

    private static Problem problem(String json) {
        try {
            Body read = MAPPER.readValue(json, Body.class);
            throw new AssertionError("was read as " + read);
        } catch (JacksonException fault) {
            Problem problem = JsonFaults.problem(fault);
            if (problem == null) {
                throw new AssertionError("no problem of the body's", fault);
            }
            return problem;
        }
    }

    @Test
    void readsWhatIsRight() {
        assertThat(MAPPER.readValue("{" + WALLET + ",\"amount\":9007199254740991}", Body.class))
                .isEqualTo(new Body(
                        new WalletId(0x3b6e2f0a9c4d5e61L),
                        new Amount(9007199254740991L),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
        assertThat(MAPPER.readValue(
                                "{" + WALLET
                                        + ",\"amount\":1,\"currency\":\"XTS\",\"upTo\":true,\"scope\":\"all\",\"text\":\"x\","
                                        + "\"inner\":{\"amount\":2},\"list\":[{\"amount\":3}]}",
                                Body.class)
                        .list())
                .containsExactly(new Inner(new Amount(3)));
    }

    @Test
    void writesWithoutWhatIsNotThere() {
        var body = new Body(new WalletId(1), new Amount(5), Currency.JPY, null, FreezeScope.DEBITS, null, null, null);
        assertThat(MAPPER.writeValueAsString(body))
                .isEqualTo("{\"from\":\"0000000000000001\",\"amount\":5,\"currency\":\"JPY\",\"scope\":\"debits\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "5000"    | wrong-type
            5e3       | wrong-type
            5000.0    | wrong-type
            5.5       | wrong-type
            1E400     | wrong-type
            true      | wrong-type
            [1]       | wrong-type
            {"a":1}   | wrong-type
            null      | null-field
            0         | out-of-range
            -0        | out-of-range
            -1        | out-of-range
            9007199254740992     | out-of-range
            9223372036854775807  | out-of-range
            9223372036854775808  | out-of-range
            -9223372036854775809 | out-of-range
            100000000000000000000000000000000000000000 | out-of-range
            """)
    void takesForAnAmountNothingButAWholeNumberInItsRange(String amount, String code) {
        var problem = problem("{" + WALLET + ",\"amount\":" + amount + "}");
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.field()).isEqualTo("/amount");
        assertThat(problem.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {%,"amount":1,"amount":1}                  | duplicate-field | /amount
            {%,"amount":1,"other":1}                   | unknown-field   | /other
            {%}                                        | missing-field   | /amount
            {"amount":1}                               | missing-field   | /from
            {"from":5,"amount":1}                      | wrong-type      | /from
            {"from":null,"amount":1}                   | null-field      | /from
            {"from":"0000000000000000","amount":1}     | malformed-value | /from
            {"from":"3B6E2F0A9C4D5E61","amount":1}     | malformed-value | /from
            {"from":"8000000000000000","amount":1}     | malformed-value | /from
            {"from":"","amount":1}                     | malformed-value | /from
            {%,"amount":1,"currency":"jpy"}            | malformed-value | /currency
            {%,"amount":1,"currency":392}              | wrong-type      | /currency
            {%,"amount":1,"currency":null}             | null-field      | /currency
            {%,"amount":1,"upTo":"true"}               | wrong-type      | /upTo
            {%,"amount":1,"upTo":1}                    | wrong-type      | /upTo
            {%,"amount":1,"upTo":null}                 | null-field      | /upTo
            {%,"amount":1,"scope":3}                   | wrong-type      | /scope
            {%,"amount":1,"scope":null}                | null-field      | /scope
            {%,"amount":1,"scope":"ALL"}               | malformed-value | /scope
            {%,"amount":1,"text":5}                    | wrong-type      | /text
            {%,"amount":1,"text":null}                 | null-field      | /text
            {%,"amount":1,"inner":{"amount":0}}        | out-of-range    | /inner/amount
            {%,"amount":1,"inner":null}                | null-field      | /inner
            {%,"amount":1,"inner":[]}                  | wrong-type      | /inner
            {%,"amount":1,"inner":""}                  | wrong-type      | /inner
            {%,"amount":1,"list":[{"amount":1},{"amount":"1"}]} | wrong-type | /list/1/amount
            {%,"amount":1,"list":[{"amount":1,"x":1}]} | unknown-field   | /list/0/x
            {%,"amount":1,"list":[null]}               | null-field      | /list/0
            {%,"amount":1,"list":{}}                   | wrong-type      | /list
            {%,"amount":1,"list":null}                 | null-field      | /list
            """)
    void namesTheFieldThatIsWrong(String json, String code, String field) {
        var problem = problem(json.replace("%", WALLET));
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.field()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {%,"amount":1        | malformed-json
            {%,"amount":1}}      | malformed-json
            {%,"amount":1}{}     | malformed-json
            {%,"amount":1} x     | malformed-json
            {%,"amount":1,}      | malformed-json
            {%,"amount":01}      | malformed-json
            {%,"amount":+1}      | malformed-json
            {%,"amount":NaN}     | malformed-json
            {%,'amount':1}       | malformed-json
            {%,amount:1}         | malformed-json
            {%,/**/"amount":1}   | malformed-json
            []                   | wrong-type
            "text"               | wrong-type
            5                    | wrong-type
            null                 | null-field
            """)
    void refusesWhatIsNoObject(String json, String code) {
        assertThat(problem(json.replace("%", WALLET)).code()).isEqualTo(code);
    }

    @Test
    void boundsDepthAndLengths() {
        assertThat(problem("{" + WALLET + ",\"amount\":" + "[".repeat(100_000) + "}")
                        .code())
                .isIn("too-deep", "wrong-type");
        assertThat(problem("{" + WALLET + ",\"x\":" + "{\"a\":".repeat(1000)).code())
                .isEqualTo("too-deep");
        assertThat(problem("{" + WALLET + ",\"amount\":1,\"text\":\"" + "x".repeat(100_000) + "\"}")
                        .code())
                .isEqualTo("too-deep");
        assertThat(problem("{" + WALLET + ",\"amount\":" + "9".repeat(1000) + "}")
                        .code())
                .isEqualTo("too-deep");
        var longName = problem("{" + WALLET + ",\"" + "n".repeat(60) + "\":1}");
        assertThat(longName.field()).hasSizeLessThan(50);
    }
}
