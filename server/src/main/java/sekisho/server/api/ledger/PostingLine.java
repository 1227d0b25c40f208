package sekisho.server.api.ledger;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.AccountKind;
import sekisho.protocol.Currency;
import sekisho.protocol.Side;
import sekisho.server.json.Amount;

@Schema(description = "One side of a posting.")
record PostingLine(
        AccountKind kind,

        @Schema(
                description = "Whose account: a wallet or merchant (16 hexadecimal digits), or a bank (four digits). "
                        + "Left out for the house's own kinds.",
                example = "3b6e2f0a9c4d5e61")
        @Nullable
        String owner,

        Side side,

        @Schema(description = "Minor units of the currency.")
        Amount amount,

        @Schema(description = "Left out: JPY.") @Nullable Currency currency) {}
