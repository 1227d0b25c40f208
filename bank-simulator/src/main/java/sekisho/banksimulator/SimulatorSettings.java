package sekisho.banksimulator;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.banksimulator.banks.BankDefinition;
import sekisho.banksimulator.banks.Operator;

/**
 * What to simulate, and where.
 *
 * @param port on loopback; 0: any free one
 * @param folder where the banks keep their books; null: they forget everything when they end
 * @param practice whether the banks' pages tell what their made-up customers know
 * @param directorKey the secret of whoever directs the simulation, at least 16 characters
 */
public record SimulatorSettings(
        int port,
        @Nullable Path folder,
        InstantSource clock,
        boolean practice,
        String directorKey,
        List<Operator> operators,
        List<BankDefinition> banks) {
    private static final int SHORTEST_KEY = 16;

    public SimulatorSettings {
        if (directorKey.length() < SHORTEST_KEY) {
            throw new IllegalArgumentException("the director's key has at least " + SHORTEST_KEY + " characters");
        }
        operators = List.copyOf(operators);
        banks = List.copyOf(banks);
    }

    /** Banks that forget, on any free port. */
    public static SimulatorSettings of(String directorKey, List<Operator> operators, List<BankDefinition> banks) {
        return new SimulatorSettings(0, null, InstantSource.system(), false, directorKey, operators, banks);
    }

    public SimulatorSettings withPort(int value) {
        return new SimulatorSettings(value, folder, clock, practice, directorKey, operators, banks);
    }

    public SimulatorSettings withFolder(Path value) {
        return new SimulatorSettings(port, value, clock, practice, directorKey, operators, banks);
    }

    public SimulatorSettings withClock(InstantSource value) {
        return new SimulatorSettings(port, folder, value, practice, directorKey, operators, banks);
    }

    /** The same banks, for whoever practises. */
    public SimulatorSettings forPractice() {
        return new SimulatorSettings(port, folder, clock, true, directorKey, operators, banks);
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "SimulatorSettings[port=" + port + ", folder=" + folder + ", banks=" + banks + "]";
    }
}
