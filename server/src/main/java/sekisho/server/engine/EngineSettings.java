package sekisho.server.engine;

import java.time.Duration;

/**
 * How the server works beside the engine.
 *
 * @param longestLag how far the projection may be behind
 */
public record EngineSettings(Duration longestLag) {}
