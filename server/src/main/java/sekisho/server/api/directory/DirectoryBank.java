package sekisho.server.api.directory;

import io.swagger.v3.oas.annotations.media.Schema;
import sekisho.formats.directory.ListedBank;

@Schema(description = "A bank of the bank directory.")
record DirectoryBank(
        @Schema(example = "0001") String code,
        @Schema(example = "みずほ") String name,
        @Schema(example = "ミズホ") String kana,
        @Schema(example = "みずほ") String hiragana,
        @Schema(example = "mizuho") String romaji) {

    static DirectoryBank of(ListedBank bank) {
        return new DirectoryBank(bank.code(), bank.name(), bank.kana(), bank.hiragana(), bank.romaji());
    }
}
