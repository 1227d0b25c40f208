package sekisho.server.api.links;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.BankId;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.WalletId;
import sekisho.server.history.LinkState;

@Schema(description = "The tie between a wallet and a bank account.")
record LinkView(
        OperationId id,
        WalletId wallet,
        BankId bank,
        LinkStatus status,

        @Schema(description = "The log's position of its last change.")
        long position,

        Instant changedAt,

        @Schema(
                description =
                        "When time moves it on, if nothing else has: a link that cools off can be used then, one that waits is"
                                + " closed. Left out: it stays as it is.")
        @Nullable
        Instant until) {

    static LinkView of(LinkState state) {
        return new LinkView(
                state.link(),
                state.wallet(),
                state.bank(),
                state.status(),
                state.position(),
                state.changedAt(),
                state.until());
    }
}
