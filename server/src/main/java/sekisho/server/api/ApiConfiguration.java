package sekisho.server.api;

import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import sekisho.gateway.Gateway;
import sekisho.server.api.entries.EntryReader;
import sekisho.server.founding.Books;
import sekisho.server.history.Answers;
import sekisho.server.history.Entries;
import sekisho.server.passkey.RelyingParty;
import sekisho.server.projection.Positions;

/** What the end points share, as beans. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

    @Bean
    PastRequests pastRequests(Gateway gateway, Answers answers, Positions positions, InstantSource clock) {
        return new PastRequests(gateway, answers, positions, clock);
    }

    @Bean
    Changes changes(Gateway gateway, PastRequests past, Books books) {
        return new Changes(gateway, past, books);
    }

    @Bean
    EntryReader entryReader(Entries entries, InstantSource clock) {
        return new EntryReader(entries, clock);
    }

    @Bean
    Reads reads(Positions positions) {
        return new Reads(positions);
    }

    @Bean
    WebMvcConfigurer apiRequests(RelyingParty party) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ApiRequestResolver(party));
            }
        };
    }
}
