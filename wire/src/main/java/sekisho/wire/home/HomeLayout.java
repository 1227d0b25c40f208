package sekisho.wire.home;

import java.nio.file.Path;

/**
 * The folders and files below a node's home.
 *
 * @param home the folder that belongs to one node
 */
public record HomeLayout(Path home) {

    /** Locked by the process that runs the node; holds its process id. */
    public Path lock() {
        return home.resolve("lock");
    }

    /** The command log, as Aeron Archive keeps it. */
    public Path log() {
        return home.resolve("log");
    }

    /** What Aeron Cluster remembers of terms and snapshots. */
    public Path cluster() {
        return home.resolve("cluster");
    }

    /** The outcome log's segments. */
    public Path outcomes() {
        return home.resolve("outcomes");
    }

    /** The engine's snapshots. */
    public Path snapshots() {
        return home.resolve("snapshots");
    }

    /** Sealed segments of both logs that were purged from their own folders, with checksums. */
    public Path archive() {
        return home.resolve("archive");
    }

    /** One small file for each reader of the outcome log that must not be overtaken by a purge. */
    public Path readers() {
        return home.resolve("readers");
    }

    /** The ports that were chosen for this home. */
    public Path ports() {
        return home.resolve("ports");
    }

    /** Where the running node can be reached. */
    public Path address() {
        return home.resolve("address");
    }

    /** Where the running server can be reached. */
    public Path server() {
        return home.resolve("server");
    }

    /** Secrets, unless another folder is named: beside the home and not in it, so that a copy of the home has none. */
    public Path keys() {
        Path whole = home.toAbsolutePath().normalize();
        Path name = whole.getFileName();
        return whole.resolveSibling(name == null ? "keys" : name + "-keys");
    }

    /** There once the demonstration has run in this home. */
    public Path demonstrated() {
        return home.resolve("demonstrated");
    }

    /** There once this home has run in production. */
    public Path inProduction() {
        return home.resolve("in-production");
    }

    /** Where earlier versions kept secrets. */
    Path formerKeys() {
        return home.resolve("keys");
    }
}
