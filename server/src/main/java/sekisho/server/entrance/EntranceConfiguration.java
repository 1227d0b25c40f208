package sekisho.server.entrance;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import sekisho.gateway.Gateway;
import sekisho.server.budget.Budgets;
import sekisho.server.identity.Assurance;
import sekisho.server.notice.Letters;
import sekisho.server.people.Contacts;
import sekisho.server.people.People;
import sekisho.server.projection.Positions;

/** The entrance as beans. */
@Configuration(proxyBeanMethods = false)
class EntranceConfiguration {

    @Bean
    Customers customers(People people, Contacts contacts, Assurance assurance) {
        return new Customers(people, contacts, assurance);
    }

    @Bean
    Opening opening(People people, Assurance assurance, Gateway gateway, Positions positions) {
        return new Opening(people, assurance, gateway, positions);
    }

    @Bean
    ContactCodes contactCodes(Contacts contacts, Letters letters, Budgets budgets) {
        return new ContactCodes(contacts, letters, budgets);
    }

    @Bean
    WebMvcConfigurer customerArguments(Customers customers) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(customers);
            }
        };
    }
}
