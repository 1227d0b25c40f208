package sekisho.server.api.accounts;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.AccountKind;
import sekisho.server.api.entries.BalanceView;

@Schema(description = "How accounts of one kind and owner stand, one for each currency.")
record HouseBalances(
        AccountKind kind,

        @Schema(description = "A bank, wallet or merchant. Left out for the house's own kinds.", example = "0001")
        @Nullable
        String owner,

        List<BalanceView> balances) {}
