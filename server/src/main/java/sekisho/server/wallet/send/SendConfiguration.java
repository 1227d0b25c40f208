package sekisho.server.wallet.send;

import java.time.InstantSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import sekisho.server.ServerSettings;
import sekisho.server.budget.Budgets;
import sekisho.server.entrance.Customers;
import sekisho.server.identity.Evidences;
import sekisho.server.people.People;
import sekisho.server.vault.Vault;
import sekisho.server.vault.VaultKeys;

/** Payees as beans. */
@Configuration(proxyBeanMethods = false)
class SendConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    PhoneLookUps phoneLookUps(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            VaultKeys keys,
            InstantSource clock,
            ServerSettings settings) {
        return new PhoneLookUps(jdbc, new TransactionTemplate(transactions), keys, clock, settings.zone());
    }

    @Bean
    Payees payees(People people, Customers customers, Budgets budgets, PhoneLookUps lookUps, Vault vault) {
        return new Payees(people, customers, budgets, lookUps, vault);
    }

    @Bean
    PayeeNames payeeNames(Evidences evidences) {
        return new PayeeNames(evidences);
    }
}
