package sekisho.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

final class LoggedPathTest {

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/v1/wallets/3b6e2f0a9c4d5e61, /v1/wallets/3b6e2f0a9c4d5e61",
        "/v1/wallets/3b6e2f0a9c4d5e61/links/7f2a9d54c1e04b3f8a6d0e1b5c9f7a23, /v1/wallets/3b6e2f0a9c4d5e61/links/7f2a9d54c1e04b3f8a6d0e1b5c9f7a23",
        "/v1/wallets/01890a5d-ac96-774b-bcce-b302099a8057, /v1/wallets/01890a5d-ac96-774b-bcce-b302099a8057",
        "/v1/wallets/HORAIBASHI, /v1/wallets/*",
        "/v1/wallets/%E8%93%AC%E8%8E%B1%E6%A9%8B, /v1/wallets/*",
        "/v1/wallets/09077315948, /v1/wallets/*",
        "/v1/wallets/wallets;name=kano, /v1/wallets/*",
        "/kano@mail.example/links, /*/links",
        "/oauth2/token, /oauth2/token",
        "/links/a/b/c/d/e/f/g/h/i/j/k/l/m/kano, /links/*/*/*/*/*/*/*/*/*/*",
    })
    void onlyWordsOfOurAddressesAndIdsAreLogged(String path, String logged) throws Exception {
        var request = new MockHttpServletRequest("GET", path);
        new LoggedPath(() -> Stream.of("/v1/wallets/{wallet}/links/{link}"))
                .doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        assertThat(request.getAttribute(LoggedPath.ATTRIBUTE)).isEqualTo(logged);
    }
}
