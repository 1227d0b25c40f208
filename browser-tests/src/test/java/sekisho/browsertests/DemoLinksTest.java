package sekisho.browsertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import sekisho.browsertests.journey.DemoLinks;
import sekisho.browsertests.journey.Role;

final class DemoLinksTest {
    private static final DemoLinks LINKS = DemoLinks.of("""
            Sekisho is ready.
              API              http://localhost:8080/v1
              customer         Aoi Kita    http://localhost:8080/demo/enter?token=abc
              customer         Nagi Mori   http://localhost:8080/demo/enter?token=def
              merchant         Tea house   http://localhost:8080/demo/enter?token=ghi
              stop             Ctrl-C
            """);

    @Test
    void theFirstOfARoleIsFound() {
        assertThat(LINKS.first(Role.CUSTOMER)).endsWith("token=abc");
        assertThat(LINKS.named("Nagi Mori")).endsWith("token=def");
        assertThat(LINKS.has(Role.MERCHANT)).isTrue();
    }

    @Test
    void aRoleWithoutALinkIsNamed() {
        assertThat(LINKS.has(Role.OPERATOR)).isFalse();
        assertThatThrownBy(() -> LINKS.first(Role.OPERATOR)).hasMessageContaining("operator");
    }
}
