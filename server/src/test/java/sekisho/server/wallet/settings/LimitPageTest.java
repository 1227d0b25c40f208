package sekisho.server.wallet.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import sekisho.server.shop.Counter;
import sekisho.server.testing.Person;
import sekisho.server.testing.RunningServer;
import sekisho.server.testing.SharedServer;

/** Limits are the engine's, of everything that a wallet does. */
@ExtendWith(SharedServer.class)
final class LimitPageTest {
    private final RunningServer running;
    private final Person person;

    LimitPageTest(RunningServer running) {
        this.running = running;
        this.person = Person.customer(running.server());
        Counter.open(running);
    }

    @Test
    void whoHasNoLinkedAccountSeesTheLimitsOfSendingAndPaying() {
        String html = person.web().get("/settings/limits").html();
        assertThat(html)
                .contains("<h2>Send</h2>")
                .contains("<h2>Pay in shops</h2>")
                .contains("once an account is linked")
                .contains("Linking a bank account does not raise them")
                .doesNotContain("<h2>Top up</h2>");
    }

    @Test
    void whoHasOneSeesAllFour() {
        person.link();
        assertThat(person.web().get("/settings/limits").html())
                .contains("<h2>Top up</h2>")
                .contains("<h2>Send</h2>")
                .contains("<h2>Pay in shops</h2>")
                .contains("<h2>Cash out</h2>")
                .doesNotContain("once an account is linked");
    }

    @Test
    void whatAnotherMayHoldIsNotShown() {
        Person other = Person.customer(running.server());
        other.fund(100);
        assertThat(person.web().get("/settings/limits").html()).doesNotContain("Until the balance is full");
    }
}
