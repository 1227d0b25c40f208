package sekisho.server.api.settings;

import io.swagger.v3.oas.annotations.media.Schema;
import sekisho.server.json.Amount;

@Schema(description = "How many answers the engine is to remember at most.")
record JournalCapacity(Amount answers) {}
