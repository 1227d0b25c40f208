package sekisho.server.wallet.send;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sekisho.server.people.Handle;

final class ReceiveCodeTest {

    @Test
    void whatIsWrittenIsRead() {
        var code = new ReceiveCode(new Handle("aoi-kita"));
        assertThat(code.encode()).isEqualTo("sekisho:send?to=aoi-kita");
        assertThat(ReceiveCode.read(" sekisho:send?to=aoi-kita\n")).contains(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "aoi-kita",
                "sekisho:send?to=",
                "sekisho:send?to=@aoi-kita",
                "sekisho:send?to=AOI",
                "sekisho:send?to=aoi-kita&amount=5000",
                "https://sekisho.example/send?to=aoi-kita",
                "00020101021126"
            })
    void anythingElseIsNone(String text) {
        assertThat(ReceiveCode.read(text)).isEmpty();
    }
}
