package sekisho.server.api.directory;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

@Schema(description = "Branches that were found, the best first.")
record BranchMatches(List<DirectoryBranch> branches) {}
