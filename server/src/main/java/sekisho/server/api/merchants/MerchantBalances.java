package sekisho.server.api.merchants;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import sekisho.protocol.MerchantId;
import sekisho.server.api.entries.BalanceView;

@Schema(
        description =
                "How a merchant's accounts stand; those that never had an entry are left out, their balance is 0.")
record MerchantBalances(MerchantId merchant, List<BalanceView> balances) {}
