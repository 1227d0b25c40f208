package sekisho.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One measured number.
 *
 * @param name for life: checks look for it
 * @param value rates in 1/s, latencies, stalls and pauses in ms, the rest in s or bytes
 * @param unit {@code 1/s}, {@code ms}, {@code s} or {@code bytes}
 */
public record Measurement(String name, double value, String unit) {

    public static Measurement rate(String name, double perSecond) {
        return new Measurement(name, perSecond, "1/s");
    }

    public static Measurement millis(String name, double millis) {
        return new Measurement(name, millis, "ms");
    }

    public static Measurement seconds(String name, double seconds) {
        return new Measurement(name, seconds, "s");
    }

    public static Measurement bytes(String name, double bytes) {
        return new Measurement(name, bytes, "bytes");
    }

    /** As the JSON object that {@code --json} prints. */
    public Map<String, Object> json() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", name);
        object.put("value", value);
        object.put("unit", unit);
        return object;
    }
}
