package sekisho.server.api.settings;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "A setting that holds from now on.")
record Applied(boolean applied) {}
