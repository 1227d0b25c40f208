package sekisho.server.wallet.links;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sekisho.server.history.BankStates;
import sekisho.server.history.Links;
import sekisho.server.linking.EndedMandates;
import sekisho.server.linking.LinkedNames;
import sekisho.server.linking.SupportedBanks;
import sekisho.server.wallet.BankNames;

/** Links as pages see them, as beans. */
@Configuration(proxyBeanMethods = false)
class LinksConfiguration {

    @Bean
    LinkViews linkViews(Links links, BankStates states, BankNames names, LinkedNames accounts, EndedMandates ended) {
        return new LinkViews(links, states, names, accounts, ended);
    }

    @Bean
    BankChoices bankChoices(SupportedBanks supported, BankStates states) {
        return new BankChoices(supported, states);
    }
}
