package sekisho.server.api.directory;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "An account of Japan Post Bank by both of its names.")
record PostAccount(
        @Schema(description = "Five digits.", example = "14030")
        String symbol,

        @Schema(example = "12345671") String number,

        @Schema(description = "Japan Post Bank.", example = "9900")
        String bank,

        @Schema(description = "Three digits.", example = "408")
        String branch,

        @Schema(description = "Ordinary or current.", example = "ordinary")
        String type,

        @Schema(description = "Seven digits.", example = "1234567")
        String account) {}
