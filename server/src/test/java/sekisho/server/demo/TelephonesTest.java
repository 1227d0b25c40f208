package sekisho.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sekisho.server.passkey.CommandHash;
import sekisho.server.passkey.StepUps;
import sekisho.server.people.PersonId;
import sekisho.server.testing.Person;
import sekisho.server.testing.RunningServer;

/** The telephone of somebody who does not exist answers as a browser's passkey would. */
final class TelephonesTest {
    @TempDir
    private Path folder;

    @Test
    void whatATelephoneSaysIsGoodForTheQuestionItAnswersAndForNoOther() {
        try (var running = RunningServer.start(folder, settings -> settings.withDemo(true))) {
            PersonId person = Person.customer(running.server()).id();
            Telephones telephones = running.server().part(Telephones.class);
            telephones.give(person);
            var stepUps = running.server().part(StepUps.class);
            var action = action(person, 1);
            var question = stepUps.ask(action);
            assertThat(question.options()).contains("\"demo\"");
            String answer = telephones.answer(person, question.options());
            var other = action(person, 2);
            assertThat(stepUps.answer(stepUps.ask(other).id(), other, answer)).isEmpty();
            assertThat(stepUps.answer(question.id(), action, answer)).isPresent();
        }
    }

    private static StepUps.Action action(PersonId person, int what) {
        return new StepUps.Action(person, "session", StepUps.Purpose.CLOSE_WALLET, CommandHash.of("close " + what));
    }
}
