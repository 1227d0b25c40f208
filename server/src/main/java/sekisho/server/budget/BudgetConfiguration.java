package sekisho.server.budget;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Budgets as a bean; {@code sekisho.budget.sign-up} and its kin set others than the usual ones. */
@Configuration(proxyBeanMethods = false)
class BudgetConfiguration {

    @Bean
    Budgets budgets(InstantSource clock, Environment environment) {
        return new Budgets(
                clock,
                purpose -> environment.getProperty("sekisho.budget." + purpose.word(), Integer.class, purpose.most()));
    }
}
