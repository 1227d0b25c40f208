package sekisho.server.wallet;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.gateway.Gateway;
import sekisho.server.history.Answers;
import sekisho.server.linking.SupportedBanks;
import sekisho.server.people.People;
import sekisho.server.projection.Positions;
import sekisho.server.vault.Vault;

/** What the wallet's pages share, as beans. */
@Configuration(proxyBeanMethods = false)
class WalletConfiguration {

    @Bean
    Doings doings(Gateway gateway, Answers answers, Positions positions) {
        return new Doings(gateway, answers, positions);
    }

    @Bean(initMethod = "start")
    @DependsOnDatabaseInitialization
    WrittenWords writtenWords(JdbcClient jdbc, Vault vault) {
        return new WrittenWords(jdbc, vault);
    }

    @Bean
    BankNames bankNames(SupportedBanks banks) {
        return new BankNames(banks);
    }

    @Bean
    Counterparts counterparts(People people, BankNames banks, ObjectProvider<MerchantNames> merchants) {
        return new Counterparts(people, banks, merchants);
    }
}
