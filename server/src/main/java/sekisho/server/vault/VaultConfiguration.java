package sekisho.server.vault;

import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.server.ServerSettings;

/** The vault as a bean. Its keys lie beside the home, not in it: a copy of the home alone opens nothing. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    @Bean
    VaultKeys vaultKeys(ServerSettings settings) {
        return VaultKeys.in(settings.keys());
    }

    @Bean
    @DependsOnDatabaseInitialization
    Vault vault(JdbcClient jdbc, VaultKeys keys) {
        return new Vault(jdbc, keys);
    }

    @Bean
    ShortSecrets shortSecrets(VaultKeys keys) {
        return new ShortSecrets(keys);
    }

    @Bean(initMethod = "start")
    @DependsOnDatabaseInitialization
    VaultRenewal vaultRenewal(Vault vault) {
        return new VaultRenewal(vault);
    }
}
