package sekisho.server.database;

import java.nio.file.Path;
import sekisho.wire.home.HomeLayout;

/** Which database the server uses. */
public sealed interface DatabaseSettings {

    /**
     * One that this process starts and stops, on loopback only.
     *
     * @param folder where it lives: its files and log
     * @param programs where PostgreSQL's programs are unpacked to, once for each version; homes may share it
     * @param passwordFile the password of its roles; made at the first start, mode 600; outside the folder
     * @param cacheMegabytes its shared buffers, at least 16
     */
    record Embedded(Path folder, Path programs, Path passwordFile, int cacheMegabytes) implements DatabaseSettings {
        private static final int STANDARD_CACHE_MEGABYTES = 256;

        public Embedded {
            folder = folder.toAbsolutePath().normalize();
            programs = programs.toAbsolutePath().normalize();
            passwordFile = passwordFile.toAbsolutePath().normalize();
            if (cacheMegabytes < 16) {
                throw new IllegalArgumentException("the database's cache is at least 16 MB");
            }
            if (passwordFile.startsWith(folder)) {
                throw new IllegalArgumentException("the database's password belongs outside its own folder " + folder);
            }
        }

        /** The database of a home: below its folder {@code database} with its programs, the password beside the home with the other keys. */
        public static Embedded in(Path home) {
            return in(home, new HomeLayout(home).keys());
        }

        /** The database of a home whose keys lie in a folder, the password in its file {@code database}. */
        public static Embedded in(Path home, Path keys) {
            Path folder = home.resolve("database");
            return new Embedded(folder, folder.resolve("programs"), keys.resolve("database"), STANDARD_CACHE_MEGABYTES);
        }

        public Embedded withPrograms(Path value) {
            return new Embedded(folder, value, passwordFile, cacheMegabytes);
        }

        public Embedded withPasswordFile(Path value) {
            return new Embedded(folder, programs, value, cacheMegabytes);
        }

        public Embedded withCacheMegabytes(int value) {
            return new Embedded(folder, programs, passwordFile, value);
        }
    }

    /**
     * An ordinary server that somebody else runs: PostgreSQL 15 or later. The role must own the database.
     *
     * @param url {@code jdbc:postgresql://host:port/database}
     */
    record Ordinary(String url, String user, String password) implements DatabaseSettings {
        public Ordinary {
            if (!url.startsWith("jdbc:postgresql:")) {
                throw new IllegalArgumentException("a database's URL begins with jdbc:postgresql:");
            }
        }

        /** Without the password. */
        @Override
        public String toString() {
            return "Ordinary[url=" + url + ", user=" + user + "]";
        }
    }
}
