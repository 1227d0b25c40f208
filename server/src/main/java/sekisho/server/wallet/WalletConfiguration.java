package sekisho.server.wallet;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sekisho.gateway.Gateway;
import sekisho.server.history.Answers;
import sekisho.server.linking.SupportedBanks;
import sekisho.server.people.People;
import sekisho.server.projection.Positions;

/** What the wallet's pages share, as beans. */
@Configuration(proxyBeanMethods = false)
class WalletConfiguration {

    @Bean
    Doings doings(Gateway gateway, Answers answers, Positions positions) {
        return new Doings(gateway, answers, positions);
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
