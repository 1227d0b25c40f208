package sekisho.server.identity;

import java.time.InstantSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import sekisho.server.ServerSettings;
import sekisho.server.vault.Vault;

/** Identity as beans. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    Evidences evidences(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Vault vault,
            InstantSource clock,
            ServerSettings settings,
            Environment environment) {
        boolean demonstration =
                environment.getProperty("sekisho.identity.demonstration", Boolean.class, settings.demo());
        return new Evidences(jdbc, new TransactionTemplate(transactions), vault, clock, demonstration);
    }

    @Bean
    Assurance assurance(Evidences evidences) {
        return new Assurance(evidences);
    }
}
