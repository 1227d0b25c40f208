package sekisho.server.api.directory;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

@Schema(description = "Banks that were found, the best first.")
record BankMatches(List<DirectoryBank> banks) {}
