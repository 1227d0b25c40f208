package sekisho.core.time;

import sekisho.core.memory.Memory;
import sekisho.core.memory.Rows;

/** The engine's time, the calendar day, and the few numbers there are one of. */
public final class Clock {

    /** A stamp further ahead than this halts the clock, milliseconds. */
    public static final long MAX_STRIDE = 60_000;

    private static final int ROW = 1;
    private static final int NOW = 0;
    private static final int HALTED = 1;
    private static final int DAY = 2;
    private static final int BEHAVIOUR = 3;
    private static final int WIDTH = 4;

    private final Rows rows;

    public Clock(Memory memory) {
        rows = new Rows(memory, WIDTH);
        if (rows.live() == 0) {
            rows.add();
            rows.set(ROW, BEHAVIOUR, 1);
        }
    }

    public long now() {
        return rows.get(ROW, NOW);
    }

    public boolean halted() {
        return rows.get(ROW, HALTED) != 0;
    }

    /** The calendar day as YYYYMMDD; 0 before the first. */
    public int day() {
        return rows.low(ROW, DAY);
    }

    /** The version of the engine's behaviour, from 1. */
    public int behaviour() {
        return rows.low(ROW, BEHAVIOUR);
    }

    /** Moves on to a stamp; returns false, and halts or stays halted, if the stamp cannot be trusted. */
    public boolean advance(long stamp) {
        if (halted()) {
            return false;
        }
        long now = now();
        if (now > 0 && stamp > now + MAX_STRIDE) {
            rows.set(ROW, HALTED, 1);
            return false;
        }
        if (stamp > now) {
            rows.set(ROW, NOW, stamp);
        }
        return true;
    }

    /** Trusts a stamp, however far ahead. */
    public void confirm(long stamp) {
        rows.set(ROW, NOW, Math.max(now(), stamp));
        rows.set(ROW, HALTED, 0);
    }

    public void startDay(int day) {
        rows.set(ROW, DAY, day);
    }

    public void switchBehaviour(int version) {
        rows.set(ROW, BEHAVIOUR, version);
    }

    /** Sets everything, from a snapshot. */
    public void restore(long now, boolean halted, int day, int behaviour) {
        rows.set(ROW, NOW, now);
        rows.set(ROW, HALTED, halted ? 1 : 0);
        rows.set(ROW, DAY, day);
        rows.set(ROW, BEHAVIOUR, behaviour);
    }
}
