package sekisho.server.api.instructions;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

@Schema(description = "Top-ups and cash-outs.")
record MovementList(List<MovementView> movements) {}
