package sekisho.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import sekisho.server.json.ApiJson;
import sekisho.server.problem.ProblemWriter;

final class TokenRatesTest {
    private static final int PER_SECOND = 20;
    private static final int AT_ONCE = PER_SECOND * RateBucket.SECONDS;

    private final TokenRates rates = new TokenRates(new ProblemWriter(ApiJson.mapper()), PER_SECOND);

    private MockHttpServletResponse ask(String source, int status) throws Exception {
        var request = new MockHttpServletRequest("POST", "/oauth2/token");
        request.setRemoteAddr(source);
        var response = new MockHttpServletResponse();
        FilterChain chain = (_, answered) -> ((HttpServletResponse) answered).setStatus(status);
        rates.doFilter(request, response, chain);
        return response;
    }

    private int answered(String source, int status, int times) throws Exception {
        int answered = 0;
        for (int i = 0; i < times; i++) {
            if (ask(source, status).getStatus() == status) {
                answered++;
            }
        }
        return answered;
    }

    @Test
    void aSourceThatAsksTooOftenIsToldToWait() throws Exception {
        assertThat(answered("192.0.2.1", 200, 10 * AT_ONCE)).isBetween(AT_ONCE, 2 * AT_ONCE);
        var refused = ask("192.0.2.1", 200);
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
        assertThat(refused.getContentAsString()).contains("\"code\":\"rate-limited\"");
    }

    @Test
    void failuresCostMore() throws Exception {
        assertThat(answered("192.0.2.2", 401, 10 * AT_ONCE)).isLessThan(AT_ONCE / 2);
    }

    @Test
    void nobodyIsKeptOutByAnother() throws Exception {
        answered("192.0.2.3", 401, 10 * AT_ONCE);
        assertThat(ask("192.0.2.4", 200).getStatus()).isEqualTo(200);
    }
}
