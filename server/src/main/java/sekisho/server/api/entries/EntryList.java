package sekisho.server.api.entries;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.Currency;

@Schema(description = "Some entries of an account, newest first.")
public record EntryList(
        Currency currency,
        List<EntryView> entries,

        @Schema(description = "The cursor of the next page. Left out: there is nothing more.") @Nullable
        Long next) {}
