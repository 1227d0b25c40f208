package sekisho.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/** A flight recording (JFR) of what the process did, and a summary of it: where the time went, and the collector's pauses. */
public final class Flight implements AutoCloseable {
    private static final int METHODS = 25;

    private final Recording recording;
    private final Path file;

    private Flight(Recording recording, Path file) {
        this.recording = recording;
        this.file = file;
    }

    /** Starts a recording that {@link #close} writes to a file. */
    public static Flight record(Path file) throws IOException {
        try {
            Recording recording = new Recording(Configuration.getConfiguration("profile"));
            recording.setDestination(file);
            recording.start();
            return new Flight(recording, file);
        } catch (ParseException e) {
            throw new IOException("the JDK's own recording settings cannot be read", e);
        }
    }

    @Override
    public void close() {
        recording.stop();
        recording.close();
    }

    /** Where the closed recording lies. */
    public Path file() {
        return file;
    }

    /** What a recording says, as lines of text. */
    public static List<String> summary(Path file) throws IOException {
        Map<String, Integer> samples = new TreeMap<>();
        long pauses = 0;
        double longest = 0;
        double sum = 0;
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                switch (event.getEventType().getName()) {
                    case "jdk.ExecutionSample", "jdk.NativeMethodSample" -> samples.merge(top(event), 1, Integer::sum);
                    case "jdk.GCPhasePause" -> {
                        double millis = event.getDuration().toNanos() / 1e6;
                        pauses++;
                        sum += millis;
                        longest = Math.max(longest, millis);
                    }
                    default -> {
                        // Everything else is in the file for whoever opens it.
                    }
                }
            }
        }
        String collector = String.format(
                Locale.ROOT, "collector: %,d pauses, longest %.1f ms, %.0f ms together", pauses, longest, sum);
        return Stream.concat(Stream.of(collector), methods(samples)).toList();
    }

    private static Stream<String> methods(Map<String, Integer> samples) {
        double all = samples.values().stream().mapToInt(Integer::intValue).sum();
        return samples.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(METHODS)
                .map(entry -> String.format(Locale.ROOT, "%5.1f %%  %s", 100 * entry.getValue() / all, entry.getKey()));
    }

    private static String top(RecordedEvent event) {
        if (event.getStackTrace() == null || event.getStackTrace().getFrames().isEmpty()) {
            return "unknown";
        }
        @Nullable
        RecordedMethod method = event.getStackTrace().getFrames().getFirst().getMethod();
        return method == null ? "unknown" : method.getType().getName() + "." + method.getName();
    }
}
