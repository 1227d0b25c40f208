package sekisho.server.wallet.send;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sekisho.server.budget.Budgets;
import sekisho.server.entrance.Customers;
import sekisho.server.identity.Evidences;
import sekisho.server.people.People;

/** Payees as beans. */
@Configuration(proxyBeanMethods = false)
class SendConfiguration {

    @Bean
    Payees payees(People people, Customers customers, Budgets budgets) {
        return new Payees(people, customers, budgets);
    }

    @Bean
    PayeeNames payeeNames(Evidences evidences) {
        return new PayeeNames(evidences);
    }
}
