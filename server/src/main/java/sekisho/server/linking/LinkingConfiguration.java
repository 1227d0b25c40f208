package sekisho.server.linking;

import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Linking as beans. */
@Configuration(proxyBeanMethods = false)
class LinkingConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    SupportedBanks supportedBanks(JdbcClient jdbc) {
        return new SupportedBanks(jdbc);
    }

    @Bean
    @DependsOnDatabaseInitialization
    LinkedNames linkedNames(JdbcClient jdbc) {
        return new LinkedNames(jdbc);
    }
}
