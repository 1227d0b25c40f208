package sekisho.cli.bankdrill;

import java.nio.file.Path;
import java.util.List;
import sekisho.banksimulator.conduct.Fault;

/**
 * What a bank drill does.
 *
 * @param folder to work in
 * @param faults one after the other
 * @param minutes of simulated time for each
 * @param perMinute instructions a simulated minute at each of three banks
 * @param speed simulated seconds in a real one
 * @param seed of who does what, and of which calls suffer
 */
public record BankDrillSettings(Path folder, List<Fault> faults, int minutes, int perMinute, int speed, long seed) {
    public BankDrillSettings {
        faults = List.copyOf(faults);
        if (minutes < 1 || perMinute < 1 || speed < 1) {
            throw new IllegalArgumentException("minutes, instructions a minute and speed are at least 1");
        }
    }
}
