package sekisho.server.api;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import sekisho.gateway.Gateway;
import sekisho.server.history.Answers;
import sekisho.server.projection.Positions;

/** What the end points share, as beans. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

    @Bean
    Changes changes(Gateway gateway, Answers answers, Positions positions) {
        return new Changes(gateway, new PastRequests(answers, positions));
    }

    @Bean
    Reads reads(Positions positions) {
        return new Reads(positions);
    }

    @Bean
    WebMvcConfigurer apiRequests() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ApiRequestResolver());
            }
        };
    }
}
