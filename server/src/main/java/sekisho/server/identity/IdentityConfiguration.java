package sekisho.server.identity;

import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
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
    private static final int MOST_WALLETS = 2;
    private static final int ISSUER = 1;

    @Bean
    @Conditional(Demonstration.class)
    DemoDocuments demoDocuments(ServerSettings settings, InstantSource clock) {
        return DemoDocuments.in(settings.keys(), clock);
    }

    @Bean
    Trusted trusted(ObjectProvider<DemoDocuments> demo, ServerSettings settings, Environment environment) {
        DemoDocuments documents = demo.getIfAvailable();
        return documents == null
                ? Trusted.configured(environment::getProperty, settings.keys())
                : Trusted.demonstration(documents);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Evidences evidences(JdbcClient jdbc, Vault vault, InstantSource clock, Trusted trusted) {
        return new Evidences(jdbc, vault, clock, trusted.isDemonstration());
    }

    /** {@code sekisho.identity.worth} names a file with another table. */
    @Bean
    Worth worth(Environment environment) {
        String file = environment.getProperty("sekisho.identity.worth");
        return file == null ? Worth.standard() : Worth.of(Path.of(file));
    }

    @Bean
    Assurance assurance(Evidences evidences, Worth worth, InstantSource clock) {
        return new Assurance(evidences, worth, clock);
    }

    /** {@code sekisho.identity.wallets-per-person} says how many. */
    @Bean
    @DependsOnDatabaseInitialization
    PersonTokens personTokens(JdbcClient jdbc, Vault vault, InstantSource clock, Environment environment) {
        int most = environment.getProperty("sekisho.identity.wallets-per-person", Integer.class, MOST_WALLETS);
        return new PersonTokens(jdbc, vault, clock, most);
    }

    @Bean
    @DependsOnDatabaseInitialization
    StoredChallenges storedChallenges(JdbcClient jdbc, InstantSource clock) {
        return new StoredChallenges(jdbc, clock);
    }

    @Bean
    Proving proving(
            Trusted trusted,
            StoredChallenges challenges,
            Evidences evidences,
            PersonTokens persons,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        return new Proving(trusted, challenges, evidences, persons, new TransactionTemplate(transactions), clock);
    }

    /** {@code sekisho.identity.issuer} is its number in the engine's trust registry. */
    @Bean
    Issuer issuer(ServerSettings settings, InstantSource clock, Environment environment) {
        int number = environment.getProperty("sekisho.identity.issuer", Integer.class, ISSUER);
        return Issuer.in(settings.keys(), number, clock);
    }
}
