package sekisho.server.api.settings;

import io.swagger.v3.oas.annotations.media.Schema;
import sekisho.server.json.Code16;

@Schema(description = "The version of the engine's behaviour to switch to; never back.")
record BehaviourVersion(Code16 version) {}
