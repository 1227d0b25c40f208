package sekisho.server.api.links;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sekisho.gateway.Gateway;
import sekisho.server.banking.StoredLinkedAccounts;

/** What the links' end points share. */
@Configuration(proxyBeanMethods = false)
class LinkConfiguration {

    @Bean
    AccountGate accountGate(Gateway gateway, StoredLinkedAccounts accounts) {
        return new AccountGate(gateway, accounts);
    }
}
