package sekisho.node;

/**
 * What a purge moved to the archive folder.
 *
 * @param logSegments files of the command log
 * @param outcomeSegments files of the outcome log
 * @param snapshots files that were deleted because two newer ones are whole
 */
public record PurgeReport(int logSegments, int outcomeSegments, int snapshots) {}
