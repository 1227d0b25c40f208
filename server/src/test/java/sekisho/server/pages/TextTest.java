package sekisho.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import sekisho.server.testing.Person;
import sekisho.server.testing.RunningServer;
import sekisho.server.testing.SharedServer;

/** What people type is shown as text, in elements and in attributes. */
@ExtendWith(SharedServer.class)
final class TextTest {
    private static final String HOSTILE = "\"><script>alert(1)</script><img src=x onerror='a()'>";

    private final Person person;
    private final Person other;

    TextTest(RunningServer running) {
        this.person = Person.customer(running.server());
        this.other = Person.customer(running.server());
    }

    @Test
    void whatSomebodyTypesIsNoMarkup() {
        person.fund(100);
        var page = person.web().get("/send");
        String review = person.web()
                .post(page, "/send/review", Map.of("to", other.handle(), "amount", "1", "words", HOSTILE))
                .html();
        assertThat(review)
                .contains("&lt;script>alert(1)")
                .doesNotContain("<script>alert")
                .doesNotContain("<img");
        String again = person.web()
                .post(page, "/send/review", Map.of("to", HOSTILE, "amount", HOSTILE, "words", HOSTILE))
                .html();
        assertThat(again).doesNotContain("<script>alert").doesNotContain("<img");
    }

    @Test
    void whatOthersReadIsNoMarkupEither() {
        var page = person.web().get("/request");
        person.web()
                .post(
                        page,
                        "/request",
                        Map.of("id", page.value("id"), "to", other.handle(), "amount", "5", "words", HOSTILE));
        for (String path : new String[] {"/home", "/requests"}) {
            assertThat(other.web().get(path).html())
                    .as(path)
                    .contains("alert(1)")
                    .doesNotContain("<script>alert")
                    .doesNotContain("<img");
        }
    }
}
