package sekisho.server.api.settings;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

@Schema(description = "The time that it is now.")
record TimeConfirmation(Instant time) {}
