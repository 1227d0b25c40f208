package sekisho.server.database;

import java.io.IOException;
import java.nio.file.Path;
import sekisho.wire.home.SafeFiles;

/**
 * What the embedded server is told, written at every start: durable, on loopback, with a password for everybody.
 *
 * @param cacheMegabytes its shared buffers
 */
record ServerConfiguration(int cacheMegabytes) {

    /** Writes the two files into the data folder. */
    void write(Path data) throws IOException {
        SafeFiles.write(data.resolve("postgresql.conf"), settings());
        SafeFiles.write(data.resolve("pg_hba.conf"), ACCESS);
    }

    private static final String ACCESS = """
            # Written at every start. Nobody gets in without a password, on loopback neither.
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private String settings() {
        return """
                # Written at every start.
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                password_encryption = scram-sha-256
                max_connections = 100

                # Durable: what is committed survives a power failure.
                fsync = on
                synchronous_commit = on
                full_page_writes = on

                # No more to replay after a crash than takes a few seconds; whole pages in it are faster than packed ones.
                shared_buffers = %dMB
                max_wal_size = 320MB
                min_wal_size = 160MB
                checkpoint_timeout = 5min
                wal_compression = off

                # Flash memory reads anywhere as fast as in a row.
                random_page_cost = 1.1

                # The projection's tables must not be vacuumed; only the wrap-around of transaction numbers forces one.
                autovacuum_freeze_max_age = 1500000000
                jit = off
                timezone = 'UTC'
                log_timezone = 'UTC'
                datestyle = 'iso, ymd'
                default_text_search_config = 'pg_catalog.simple'

                # A week of logs, then the oldest is written over. Neither statements nor rows that were refused are logged: they may
                # hold secrets, and what is known of people.
                logging_collector = on
                log_directory = '../log'
                log_filename = 'postgresql-%%a.log'
                log_truncate_on_rotation = on
                log_rotation_age = 1d
                log_statement = 'none'
                log_min_error_statement = panic
                log_error_verbosity = terse
                log_line_prefix = '%%m [%%p] '
                """.formatted(cacheMegabytes);
    }
}
