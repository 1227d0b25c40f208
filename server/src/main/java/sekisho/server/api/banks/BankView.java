package sekisho.server.api.banks;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import sekisho.formats.directory.BankDirectory;
import sekisho.formats.directory.ListedBank;
import sekisho.protocol.BankId;
import sekisho.server.history.BankState;
import sekisho.server.json.Forms;

@Schema(description = "A registered bank.")
record BankView(
        BankId bank,

        @Schema(description = "Its name in the bank directory. Left out: it is not listed.", example = "みずほ") @Nullable
        String name,

        SwitchView links,
        SwitchView topUps,
        SwitchView cashOuts) {

    static BankView of(BankState state) {
        return new BankView(
                state.bank(),
                BankDirectory.zengin()
                        .bank(Forms.BANK.write().apply(state.bank()))
                        .map(ListedBank::name)
                        .orElse(null),
                SwitchView.of(state.links()),
                SwitchView.of(state.topUps()),
                SwitchView.of(state.cashOuts()));
    }
}
