/**
 * The server's database: PostgreSQL, embedded by default, an ordinary server by setting.
 *
 * <p>{@link sekisho.server.database.Database} is one that can be connected to, opened with
 * {@link sekisho.server.database.DatabaseSettings}. {@link sekisho.server.database.DatabaseInUse} and
 * {@link sekisho.server.database.DatabaseUnusable} are how opening is refused.
 *
 * <p><b>Inside.</b> {@code EmbeddedServer} starts and stops our own server: {@code Programs} unpacks it,
 * {@code ServerConfiguration} makes it durable and closed, {@code PasswordFile} keeps its password,
 * {@code FolderLock} sees to it that one process runs it, and {@code Postmaster} finds the one that a killed process left,
 * {@code Leftovers} what is left of one that was killed itself.
 * {@code DatabaseConfiguration} makes beans of it.
 *
 * <p><b>Rules.</b> Everything synced; a password for everybody, on loopback too; the program's role is no superuser. The
 * server that is used is always one that this process has just started: an orphan is stopped, never adopted.
 * Tables of a feature come in migrations of its own, {@code db/migration/FEATURE/V…__….sql}, in a schema of its own; all
 * features share one sequence of versions, so each has its hundred (access: V100 to V199). The schema
 * {@code projection} has no migrations: it is made and dropped whole (package {@code projection}).
 *
 * <p><b>Not here.</b> Backups, replicas, an update to another major version of PostgreSQL.
 */
@NullMarked
package sekisho.server.database;

import org.jspecify.annotations.NullMarked;
