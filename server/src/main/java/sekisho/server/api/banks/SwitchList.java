package sekisho.server.api.banks;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

@Schema(description = "How a bank's switches were set, newest first.")
record SwitchList(List<SwitchView> changes) {}
