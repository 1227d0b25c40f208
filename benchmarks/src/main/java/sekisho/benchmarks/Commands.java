package sekisho.benchmarks;

import java.util.function.IntFunction;
import sekisho.protocol.Command;

/** A list of commands that are made when asked for, so that millions take no memory. */
interface Commands {

    int count();

    /** The command with this number, from 0; always the same. */
    Command<?> get(int number);

    static Commands of(int count, IntFunction<Command<?>> commands) {
        return new Commands() {
            @Override
            public int count() {
                return count;
            }

            @Override
            public Command<?> get(int number) {
                return commands.apply(number);
            }
        };
    }
}
