package sekisho.server.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import sekisho.wire.home.HomeLayout;

/** The database and a pool of connections to it as beans. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
class DatabaseConfiguration {

    /**
     * History is read newest first, with a limit: in the order of an index. A bitmap would collect the whole history of a
     * busy merchant first, and the planner takes it for one of average length. No statement runs for ever.
     */
    private static final String SESSION = "-c enable_bitmapscan=off -c jit=off -c statement_timeout=30s";

    @Bean
    @ConditionalOnMissingBean
    Database database(DatabaseProperties properties, Environment environment) {
        Path home = Path.of(environment.getProperty("sekisho.home", "./var"));
        String keys = environment.getProperty("sekisho.keys");
        return Database.open(properties.settings(home, keys == null ? new HomeLayout(home).keys() : Path.of(keys)));
    }

    @Bean
    HikariDataSource dataSource(Database database, DatabaseProperties properties) {
        var pool = new HikariDataSource();
        pool.setPoolName("sekisho");
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(properties.connections());
        pool.addDataSourceProperty("ApplicationName", "sekisho");
        pool.addDataSourceProperty("options", SESSION);
        pool.addDataSourceProperty(Database.SAY_NO_ROWS, "false");
        return pool;
    }
}
