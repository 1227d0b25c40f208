package sekisho.server.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings below {@code sekisho.database}.
 *
 * @param url of an ordinary server, {@code jdbc:postgresql://…}; not set: the embedded one
 * @param user of the ordinary server
 * @param password of the ordinary server's user
 * @param passwordFile where the embedded server's password is kept; not set: {@code database} with the other keys
 * @param programs where the embedded server's programs are unpacked to; not set: in the home
 * @param cacheMegabytes shared buffers of the embedded server
 * @param connections most connections of the pool
 */
@ConfigurationProperties("sekisho.database")
record DatabaseProperties(
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @Nullable Path passwordFile,
        @Nullable Path programs,
        @DefaultValue("256") int cacheMegabytes,
        @DefaultValue("16") int connections) {

    /** Which database that is. */
    DatabaseSettings settings(Path home, Path keys) {
        if (url != null) {
            if (user == null || password == null) {
                throw new IllegalArgumentException(
                        "sekisho.database.url needs sekisho.database.user and sekisho.database.password");
            }
            return new DatabaseSettings.Ordinary(url, user, password);
        }
        var embedded = DatabaseSettings.Embedded.in(home, keys).withCacheMegabytes(cacheMegabytes);
        if (programs != null) {
            embedded = embedded.withPrograms(programs);
        }
        return passwordFile == null ? embedded : embedded.withPasswordFile(passwordFile);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "DatabaseProperties[url=" + url + ", user=" + user + ", passwordFile=" + passwordFile + "]";
    }
}
