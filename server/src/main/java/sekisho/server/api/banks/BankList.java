package sekisho.server.api.banks;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

@Schema(description = "All registered banks, by code.")
record BankList(List<BankView> banks) {}
