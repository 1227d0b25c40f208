package sekisho.server.api.instructions;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

@Schema(description = "Instructions that have not ended, counted by bank, operation and status.")
record OpenCounts(List<OpenCount> counts) {}
