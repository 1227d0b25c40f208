package sekisho.server.linking;

import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.gateway.Gateway;
import sekisho.server.identity.Evidences;

/** Linking as beans. */
@Configuration(proxyBeanMethods = false)
class LinkingConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    SupportedBanks supportedBanks(JdbcClient jdbc) {
        return new SupportedBanks(jdbc);
    }

    /** Without a redirect to banks nothing can be linked, and the pages say so. */
    @Bean
    @DependsOnDatabaseInitialization
    Linking linking(
            ObjectProvider<BankRedirect> redirect,
            Evidences evidences,
            Gateway gateway,
            JdbcClient jdbc,
            InstantSource clock) {
        return new Linking(redirect.getIfAvailable(), new Attempts(jdbc, clock), evidences, gateway, jdbc, clock);
    }

    @Bean
    @DependsOnDatabaseInitialization
    LinkedNames linkedNames(JdbcClient jdbc) {
        return new LinkedNames(jdbc);
    }
}
