package sekisho.banksimulator;

import java.nio.file.Path;
import java.time.Duration;
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
 * @param filesTake how long a file of mandates or debits waits for its results: in practice a business day
 * @param directorKey the secret of whoever directs the simulation, at least 16 characters
 */
public record SimulatorSettings(
        int port,
        @Nullable Path folder,
        InstantSource clock,
        boolean practice,
        Duration filesTake,
        String directorKey,
        List<Operator> operators,
        List<BankDefinition> banks) {
    private static final int SHORTEST_KEY = 16;
    private static final Duration FILES_TAKE = Duration.ofMinutes(2);

    public SimulatorSettings {
        if (directorKey.length() < SHORTEST_KEY) {
            throw new IllegalArgumentException("the director's key has at least " + SHORTEST_KEY + " characters");
        }
        operators = List.copyOf(operators);
        banks = List.copyOf(banks);
    }

    /** Banks that forget, on any free port. */
    public static SimulatorSettings of(String directorKey, List<Operator> operators, List<BankDefinition> banks) {
        return new SimulatorSettings(0, null, InstantSource.system(), false, FILES_TAKE, directorKey, operators, banks);
    }

    public SimulatorSettings withPort(int value) {
        return new SimulatorSettings(value, folder, clock, practice, filesTake, directorKey, operators, banks);
    }

    public SimulatorSettings withFolder(Path value) {
        return new SimulatorSettings(port, value, clock, practice, filesTake, directorKey, operators, banks);
    }

    public SimulatorSettings withClock(InstantSource value) {
        return new SimulatorSettings(port, folder, value, practice, filesTake, directorKey, operators, banks);
    }

    /** The same banks, which take so long over files. */
    public SimulatorSettings withFilesTaking(Duration value) {
        return new SimulatorSettings(port, folder, clock, practice, value, directorKey, operators, banks);
    }

    /** The same banks, for whoever practises. */
    public SimulatorSettings forPractice() {
        return new SimulatorSettings(port, folder, clock, true, filesTake, directorKey, operators, banks);
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "SimulatorSettings[port=" + port + ", folder=" + folder + ", banks=" + banks + "]";
    }
}
