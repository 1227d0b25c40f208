package sekisho.server.api.instructions;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sekisho.server.banking.BankWork;
import sekisho.server.history.Links;

/** What end points that start instructions share. */
@Configuration(proxyBeanMethods = false)
class InstructionConfiguration {

    @Bean
    BankRoom bankRoom(BankWork work, Links links) {
        return new BankRoom(work, links);
    }
}
