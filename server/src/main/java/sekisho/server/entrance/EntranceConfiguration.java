package sekisho.server.entrance;

import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import sekisho.gateway.Gateway;
import sekisho.server.budget.Budgets;
import sekisho.server.founding.Books;
import sekisho.server.history.Authenticators;
import sekisho.server.identity.Assurance;
import sekisho.server.identity.Evidences;
import sekisho.server.identity.Issuer;
import sekisho.server.identity.PersonTokens;
import sekisho.server.identity.Proving;
import sekisho.server.notice.ChangeNotices;
import sekisho.server.notice.Letters;
import sekisho.server.passkey.Devices;
import sekisho.server.passkey.Passkeys;
import sekisho.server.people.Contacts;
import sekisho.server.people.People;
import sekisho.server.projection.Positions;
import sekisho.server.session.DeviceMark;
import sekisho.server.session.Entrance;
import sekisho.server.session.Sessions;
import sekisho.server.vault.Vault;

/** The entrance as beans. */
@Configuration(proxyBeanMethods = false)
class EntranceConfiguration {

    @Bean
    Customers customers(People people, Contacts contacts, Assurance assurance) {
        return new Customers(people, contacts, assurance);
    }

    @Bean
    Opening opening(
            People people,
            Assurance assurance,
            PersonTokens tokens,
            Evidences evidences,
            Issuer issuer,
            Books books,
            Passkeys passkeys,
            Gateway gateway,
            Positions positions) {
        var proved = new Opening.Proved(tokens, evidences, issuer);
        return new Opening(people, assurance, proved, books, passkeys, gateway, positions);
    }

    @Bean
    EngineKeys engineKeys(
            Authenticators authenticators,
            Passkeys passkeys,
            PersonTokens persons,
            Issuer issuer,
            Books books,
            Gateway gateway,
            Positions positions) {
        return new EngineKeys(authenticators, passkeys, persons, issuer, books, gateway, positions);
    }

    @Bean
    Recovery recovery(
            People people,
            Contacts contacts,
            Vault vault,
            Letters letters,
            PersonTokens persons,
            Proving proving,
            Evidences evidences,
            Books books,
            InstantSource clock) {
        return new Recovery(
                people,
                new Recovery.Reached(contacts, vault, letters),
                new Recovery.Checked(persons, proving, evidences),
                books,
                clock);
    }

    @Bean
    Returning returning(
            Passkeys passkeys,
            EngineKeys keys,
            NewDevices devices,
            Sessions sessions,
            Entrance entrance,
            ChangeNotices changes) {
        return new Returning(passkeys, keys, devices, new Returning.Doors(sessions, entrance), changes);
    }

    @Bean
    ContactCodes contactCodes(Contacts contacts, Letters letters, Budgets budgets) {
        return new ContactCodes(contacts, letters, budgets);
    }

    @Bean
    NewDevices newDevices(Devices devices, DeviceMark mark, Passkeys passkeys, Books books) {
        return new NewDevices(devices, mark, passkeys, books);
    }

    @Bean
    WebMvcConfigurer customerArguments(Customers customers, NewDevices newDevices) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(newDevices).addPathPatterns(NewDevices.GUARDED);
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(customers);
            }
        };
    }
}
