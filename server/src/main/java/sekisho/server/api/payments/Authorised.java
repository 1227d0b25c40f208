package sekisho.server.api.payments;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import sekisho.protocol.Currency;
import sekisho.protocol.MerchantId;
import sekisho.protocol.OperationId;
import sekisho.protocol.PaymentStatus;
import sekisho.protocol.WalletId;
import sekisho.server.json.Amount;

@Schema(description = "Money that is held for a merchant.")
record Authorised(
        OperationId id,
        PaymentStatus status,
        WalletId wallet,
        MerchantId merchant,
        Amount amount,
        Currency currency,
        Instant expiresAt) {}
