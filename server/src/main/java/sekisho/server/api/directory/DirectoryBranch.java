package sekisho.server.api.directory;

import io.swagger.v3.oas.annotations.media.Schema;
import sekisho.formats.directory.ListedBranch;

@Schema(description = "A branch of the bank directory.")
record DirectoryBranch(
        @Schema(example = "0001") String bank,
        @Schema(example = "001") String code,
        @Schema(example = "東京営業部") String name,
        @Schema(example = "トウキヨウ") String kana,
        String hiragana,
        String romaji) {

    static DirectoryBranch of(ListedBranch branch) {
        return new DirectoryBranch(
                branch.bankCode(), branch.code(), branch.name(), branch.kana(), branch.hiragana(), branch.romaji());
    }
}
