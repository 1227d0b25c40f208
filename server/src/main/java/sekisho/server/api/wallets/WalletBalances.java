package sekisho.server.api.wallets;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import sekisho.protocol.WalletId;
import sekisho.server.api.entries.BalanceView;

@Schema(description = "How a wallet's accounts stand; those that never had an entry are left out, their balance is 0.")
record WalletBalances(WalletId wallet, List<BalanceView> balances) {}
