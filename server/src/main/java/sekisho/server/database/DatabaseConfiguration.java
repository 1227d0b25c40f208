package sekisho.server.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The database and a pool of connections to it as beans. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
class DatabaseConfiguration {

    @Bean
    Database database(DatabaseProperties properties, Environment environment) {
        return Database.open(properties.settings(Path.of(environment.getProperty("sekisho.home", "./var"))));
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
        return pool;
    }
}
