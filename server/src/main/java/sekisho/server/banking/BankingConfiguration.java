package sekisho.server.banking;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.bank.BankConnector;
import sekisho.bank.instant.InstantConnector;
import sekisho.bank.instant.InstantSettings;
import sekisho.gateway.Gateway;
import sekisho.server.projection.Projector;
import sekisho.server.projection.ProjectorStatus;

/** Bank work as a bean, with its health. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BankingProperties.class)
class BankingConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    StoredLinkedAccounts linkedAccounts(JdbcClient database) {
        return new StoredLinkedAccounts(database);
    }

    @Bean
    @DependsOnDatabaseInitialization
    MerchantAccounts merchantAccounts(JdbcClient database) {
        return new MerchantAccounts(database);
    }

    @Bean
    ProjectedOpenInstructions openInstructions(DataSource database) {
        return new ProjectedOpenInstructions(database);
    }

    @Bean
    BankWork bankWork(
            BankingProperties properties,
            Environment environment,
            Gateway gateway,
            ProjectedOpenInstructions open,
            StoredLinkedAccounts accounts,
            MeterRegistry meters,
            Projector projector) {
        var surroundings = new BankingSurroundings(
                Path.of(environment.getProperty("sekisho.home", "./var")), gateway, open, accounts, meters);
        List<InstantSettings> banks = properties.settings();
        // Tables that belong to this log: the projector has looked.
        return new BankWork(
                surroundings,
                BankingSettings.STANDARD,
                !banks.isEmpty(),
                () -> banks.stream()
                        .map(bank -> (BankConnector) new InstantConnector(bank))
                        .toList(),
                () -> projector.status().state() == ProjectorStatus.State.FOLLOWING);
    }

    @Bean
    BankApiKeys bankApiKeys(BankingProperties properties) {
        return new BankApiKeys(properties.settings().stream()
                .collect(Collectors.toMap(InstantSettings::bank, InstantSettings::apiKey)));
    }

    @Bean("banks")
    BankWorkHealth bankWorkHealth(BankWork work) {
        return new BankWorkHealth(work);
    }
}
