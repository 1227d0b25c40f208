package sekisho.server.api.events;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

@Schema(description = "One thing that happened, and its place.")
record EventView(
        @Schema(description = "The step's place in the log.")
        long position,

        @Schema(description = "Its place within the step, from 0.")
        int number,

        @Schema(description = "The engine's time after the step.")
        Instant at,

        EventDetail event) {}
