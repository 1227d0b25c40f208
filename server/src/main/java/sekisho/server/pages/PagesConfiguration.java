package sekisho.server.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import sekisho.server.ServerSettings;

/** Pages as Spring MVC serves them. */
@Configuration(proxyBeanMethods = false)
class PagesConfiguration {
    private static final Duration YEAR = Duration.ofDays(365);

    @Bean
    Assets assets() {
        return Assets.ofProgram();
    }

    @Bean
    VisitArgument visitArgument(Assets assets, ServerSettings settings, InstantSource clock) {
        return new VisitArgument(assets, settings.zone(), clock);
    }

    @Bean
    PageFailures pageFailures(VisitArgument visits) {
        return new PageFailures(visits);
    }

    /** Before the API's, which takes every failure. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    WebMvcConfigurer pagesMvc(Assets assets, VisitArgument visits, PageFailures failures) {
        return new Mvc(assets, visits, failures);
    }

    private record Mvc(Assets assets, VisitArgument visits, PageFailures failures) implements WebMvcConfigurer {

        @Override
        public void addResourceHandlers(ResourceHandlerRegistry registry) {
            var kept = CacheControl.maxAge(YEAR).cachePublic().immutable();
            registry.addResourceHandler(assets.prefix() + "/lib/**")
                    .addResourceLocations(library("htmx.org"))
                    .setCacheControl(kept);
            registry.addResourceHandler(assets.prefix() + "/**")
                    .addResourceLocations("classpath:/static/")
                    .setCacheControl(kept);
        }

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(visits);
        }

        @Override
        public void configureHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
            resolvers.add(failures);
        }

        /** Where a library lies in its jar, whatever its version. */
        private static String library(String name) {
            try {
                var found = new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:/META-INF/resources/webjars/" + name + "/*/dist/htmx.min.js");
                String url = found[0].getURL().toString();
                return url.substring(0, url.lastIndexOf('/') + 1);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
