package sekisho.server.api.events;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import sekisho.gateway.OutcomeLogReader;
import sekisho.server.access.Allowed;
import sekisho.server.access.Scope;
import sekisho.server.api.Defaults;
import sekisho.server.json.Count;
import sekisho.server.json.PageSize;
import sekisho.server.json.WaitTime;

@RestController
@Tag(name = "Events", description = "Everything that happened, in order.")
final class EventReads {
    /** Steps without events are many while nobody does anything: a page ends after so many too. */
    private static final int MOST_STEPS = 100_000;

    private final EventReaders readers;

    EventReads(EventReaders readers) {
        this.readers = readers;
    }

    @GetMapping("/v1/events")
    @Allowed(Scope.EVENTS_READ)
    @Operation(
            summary = "Read what happened after a position of the log",
            description =
                    "From the log itself, so nothing is missing and nothing is late. A page holds whole steps: at "
                            + "least one if there is any, then as many as the limit has room for.")
    EventList after(
            @Parameter(description = "The position that was read last. Left out: from the beginning.")
                    @RequestParam(name = "after", required = false)
                    @Nullable
                    Count after,
            @Parameter(description = "About as many events. Left out: 100.")
                    @RequestParam(name = "limit", required = false)
                    @Nullable
                    PageSize limit,
            @Parameter(description = "Seconds to wait if there is nothing yet. Left out: 0.")
                    @RequestParam(name = "wait", required = false)
                    @Nullable
                    WaitTime wait) {
        OutcomeLogReader reader = readers.take(Defaults.of(after));
        var gatherer = new StepGatherer();
        boolean more = read(reader, gatherer, PageSize.of(limit));
        if (gatherer.size() == 0 && !more && wait != null) {
            await(reader, gatherer, Duration.ofSeconds(wait.seconds()));
        }
        var page = new EventList(gatherer.events(), reader.position(), more);
        readers.giveBack(reader);
        return page;
    }

    /** Whether there may be more. */
    private static boolean read(OutcomeLogReader reader, StepGatherer gatherer, int limit) {
        for (int steps = 0; steps < MOST_STEPS && gatherer.size() < limit; steps++) {
            if (!reader.poll(gatherer)) {
                return false;
            }
        }
        return true;
    }

    private static void await(OutcomeLogReader reader, StepGatherer gatherer, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        long left = atMost.toNanos();
        while (left > 0 && gatherer.size() == 0 && reader.await(gatherer, Duration.ofNanos(left))) {
            left = deadline - System.nanoTime();
        }
    }
}
