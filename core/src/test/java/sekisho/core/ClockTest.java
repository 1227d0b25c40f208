package sekisho.core;

import static org.assertj.core.api.Assertions.assertThat;
import static sekisho.core.Scenario.START;

import org.junit.jupiter.api.Test;
import sekisho.protocol.Event;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.SettingsCommand;
import sekisho.protocol.SettingsOutcome;

class ClockTest {

    private final Scenario world = new Scenario();

    @Test
    void timeNeverGoesBack() {
        world.core.tick(START - 5_000, world);
        assertThat(world.core.now()).isEqualTo(START);
    }

    @Test
    void aJumpHaltsEverythingUntilItIsConfirmed() {
        world.now = START + 60_001;
        assertThat(world.say(new SettingsCommand.StartDay(20261124)))
                .isEqualTo(new Refused(Refusal.CLOCK_HALTED, START));
        assertThat(world.events).containsExactly(new Event.ClockHalted(START, START + 60_001));
        assertThat(world.say(new SettingsCommand.ConfirmTime(START)))
                .isEqualTo(new Refused(Refusal.TIME_NOT_NEAR, START + 60_001));
        assertThat(world.say(new SettingsCommand.ConfirmTime(world.now))).isEqualTo(new SettingsOutcome.Applied());
        assertThat(world.say(new SettingsCommand.StartDay(20261124))).isEqualTo(new SettingsOutcome.Applied());
    }

    @Test
    void aMinuteIsNoJump() {
        world.now = START + 60_000;
        assertThat(world.say(new SettingsCommand.StartDay(20261124))).isEqualTo(new SettingsOutcome.Applied());
    }
}
