package sekisho.server.wallet.history;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sekisho.server.history.Instructions;
import sekisho.server.wallet.BankNames;
import sekisho.server.wallet.Counterparts;

/** Lines and what is on its way, as beans. */
@Configuration(proxyBeanMethods = false)
class WalletHistoryConfiguration {

    @Bean
    Lines lines(Counterparts counterparts) {
        return new Lines(counterparts);
    }

    @Bean
    Pendings pendings(Instructions instructions, BankNames banks) {
        return new Pendings(instructions, banks);
    }
}
