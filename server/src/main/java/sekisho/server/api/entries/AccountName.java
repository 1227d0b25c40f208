package sekisho.server.api.entries;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;

@Schema(description = "An account of somebody.")
record AccountName(
        AccountKind kind,

        @Schema(
                description =
                        "A wallet or merchant (16 hexadecimal digits), or a bank (four digits). Left out for the house.",
                example = "3b6e2f0a9c4d5e61")
        @Nullable
        String owner) {

    static AccountName of(AccountKey account) {
        return new AccountName(account.kind(), Owners.text(account.kind(), account.owner()));
    }
}
