package sekisho.auditor;

import org.jspecify.annotations.Nullable;
import sekisho.protocol.Event;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.SettingsCommand.ConfirmTime;

/** Section 1 of docs/rules.md: the time that the engine trusts. */
final class Clock {

    private static final long NEAR = 60_000;

    private final State state;
    private long stamp;

    Clock(State state) {
        this.state = state;
    }

    /** A step begins. */
    void judge(long stepStamp) {
        stamp = stepStamp;
        long now = state.now.get();
        if (state.halted.get()) {
            return;
        }
        if (now > 0 && stamp > now + NEAR) {
            state.halted.set(true);
            state.emit(new Event.ClockHalted(now, stamp));
        } else {
            state.now.set(Math.max(now, stamp));
        }
    }

    /** Trusts the step's stamp if the confirmed time is near it. */
    @Nullable
    Refused confirm(ConfirmTime confirm) {
        long now = Math.max(state.now.get(), stamp);
        boolean near = confirm.millis() >= stamp - NEAR && confirm.millis() <= stamp + NEAR;
        if (!near) {
            return new Refused(Refusal.TIME_NOT_NEAR, now);
        }
        state.now.set(now);
        state.halted.set(false);
        return null;
    }

    boolean halted() {
        return state.halted.get();
    }

    Refused refusal() {
        return new Refused(Refusal.CLOCK_HALTED, state.now.get());
    }
}
