package sekisho.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sekisho.node.LogSizes;
import sekisho.node.Node;
import sekisho.node.NodeSettings;
import sekisho.node.Upkeep;
import sekisho.protocol.Answer;
import sekisho.protocol.ClientId;
import sekisho.protocol.Currency;
import sekisho.protocol.SettingsCommand;
import sekisho.protocol.SettingsOutcome;

final class GatewayTest {
    @TempDir
    Path home;

    @Test
    void aRepeatedIdGetsTheSameAnswer() throws Exception {
        try (var node = Node.start(settings());
                var gateway = Gateway.connect(GatewaySettings.of(node.address(), new ClientId(1)))) {
            var id = gateway.newId();
            var command = new SettingsCommand.DefineCurrency(Currency.of("XTS"), 2, true);
            var first = gateway.submit(id, command);
            assertThat(first)
                    .isInstanceOfSatisfying(
                            Submission.Answered.class,
                            answered -> assertThat(answered.answer())
                                    .isEqualTo(new Answer(new SettingsOutcome.Applied(), false)));
            var second = gateway.submit(id, command);
            assertThat(second)
                    .isInstanceOfSatisfying(
                            Submission.Answered.class,
                            answered -> assertThat(answered.answer())
                                    .isEqualTo(new Answer(new SettingsOutcome.Applied(), true)));
        }
    }

    private NodeSettings settings() {
        return NodeSettings.of(home).withSizes(LogSizes.SMALL).withUpkeep(Upkeep.BY_HAND);
    }
}
