package sekisho.server.people;

import java.time.InstantSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import sekisho.server.vault.Vault;
import sekisho.server.vault.VaultKeys;

/** People as beans. */
@Configuration(proxyBeanMethods = false)
class PeopleConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    People people(JdbcClient jdbc) {
        return new People(jdbc);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Erasure erasure(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new Erasure(jdbc, new TransactionTemplate(transactions));
    }

    @Bean
    @DependsOnDatabaseInitialization
    Contacts contacts(JdbcClient jdbc, Vault vault, VaultKeys keys, InstantSource clock) {
        return new Contacts(jdbc, vault, keys, clock);
    }
}
