package sekisho.server.api.events;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

@Schema(description = "What happened, in order: whole steps of the log.")
record EventList(
        List<EventView> events,

        @Schema(description = "What to ask for next with after.")
        long next,

        @Schema(description = "Whether there was more when this was read.")
        boolean more) {}
