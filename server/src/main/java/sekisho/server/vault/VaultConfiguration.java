package sekisho.server.vault;

import java.nio.file.Path;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.server.ServerSettings;

/** The vault as a bean. Its keys lie beside the home, not in it: a copy of the home alone opens nothing. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    @Bean
    VaultKeys vaultKeys(ServerSettings settings, Environment environment) {
        String folder = environment.getProperty("sekisho.keys");
        return VaultKeys.in(folder == null ? Path.of(settings.home() + "-keys") : Path.of(folder));
    }

    @Bean
    @DependsOnDatabaseInitialization
    Vault vault(JdbcClient jdbc, VaultKeys keys) {
        return new Vault(jdbc, keys);
    }
}
