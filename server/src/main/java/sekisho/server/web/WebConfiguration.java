package sekisho.server.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import sekisho.server.ServerSettings;
import sekisho.server.access.ScopeGate;
import sekisho.server.json.ApiJson;
import sekisho.server.json.Form;
import sekisho.server.json.Forms;
import sekisho.server.problem.ProblemWriter;
import tools.jackson.databind.json.JsonMapper;

/** Tomcat and Spring MVC, as this server uses them. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {
    /** After Spring Security's chain (−100), so that strangers learn nothing of bodies. */
    private static final int AFTER_SECURITY = 0;

    @Bean
    @Primary
    JsonMapper jsonMapper() {
        return ApiJson.mapper();
    }

    @Bean
    ProblemWriter problemWriter(JsonMapper mapper) {
        return new ProblemWriter(mapper);
    }

    @Bean
    FilterRegistrationBean<Latencies> latencies(MeterRegistry registry) {
        var registration = new FilterRegistrationBean<>(new Latencies(registry));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    FilterRegistrationBean<LoggedPath> loggedPath(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping) {
        var registration = new FilterRegistrationBean<>(
                new LoggedPath(() -> mapping.getObject().getHandlerMethods().keySet().stream()
                        .flatMap(info -> info.getPatternValues().stream())));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimit(ProblemWriter problems) {
        var registration = new FilterRegistrationBean<>(new BodyLimitFilter(problems));
        registration.setOrder(AFTER_SECURITY);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcat(ProblemWriter problems, ServerSettings settings) {
        URI url = settings.publicUrl();
        boolean https = url != null && "https".equals(url.getScheme());
        return factory -> {
            factory.addErrorPages(new org.springframework.boot.web.error.ErrorPage(ErrorPage.PATH));
            factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass("");
                    host.getPipeline().addValve(new HeadersValve(https));
                    host.getPipeline().addValve(new ProblemValve(problems));
                }
            });
        };
    }

    @Bean
    WebMvcConfigurer mvc(JsonMapper mapper, ProblemWriter problems) {
        return new Mvc(mapper, problems);
    }

    /** How Spring MVC reads requests and writes answers. */
    private record Mvc(JsonMapper mapper, ProblemWriter problems) implements WebMvcConfigurer {

        @Override
        public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
            builder.disableDefaults()
                    .addCustomConverter(new ByteArrayHttpMessageConverter())
                    .withJsonConverter(new JsonBodies(mapper));
        }

        @Override
        public void configureHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
            resolvers.add(new ProblemResolver(problems));
        }

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(new ScopeGate()).addPathPatterns("/v1/**");
            registry.addInterceptor(new Acceptable()).addPathPatterns("/v1/**");
            registry.addInterceptor(new KnownParameters()).addPathPatterns("/v1/**", "/problems", "/problems/**");
        }

        @Override
        public void addFormatters(FormatterRegistry registry) {
            Forms.all().forEach(form -> add(registry, form));
        }

        private static <T> void add(FormatterRegistry registry, Form<T> form) {
            registry.addConverter(String.class, form.type(), form::parse);
        }
    }
}
