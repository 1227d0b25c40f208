package sekisho.cli.drill;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sekisho.benchmarks.Measurement;

/**
 * What became of a drill.
 *
 * @param kills so often something was killed before the import had ended
 * @param heard answers that clients had received before they were killed
 * @param slowestReady seconds from a start after a kill until it was ready, at worst
 * @param fingerprint of the undisturbed import
 * @param troubles broken promises; empty if all were kept
 */
public record KillReport(int kills, long heard, double slowestReady, String fingerprint, List<String> troubles) {

    /** What {@code --json} prints. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "measurements",
                List.of(Measurement.seconds("drill.ready", slowestReady).json()));
        json.put("kills", kills);
        json.put("heard", heard);
        json.put("fingerprint", fingerprint);
        json.put("troubles", troubles);
        return json;
    }

    /** What people read. */
    public String text() {
        return kills + " killed, " + heard + " answers heard before: "
                + (troubles.isEmpty() ? "all still stand, and all ends are equal" : "promises broken")
                + "; slowest start after a kill " + Math.round(slowestReady * 10) / 10.0 + " s; fingerprint "
                + fingerprint;
    }
}
