package sekisho.server.api.bulk;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import sekisho.server.engine.ProjectionLag;
import sekisho.server.json.Forms;

/** When bulk requests have to wait. */
@Configuration(proxyBeanMethods = false)
class BulkConfiguration {

    @Bean
    WebMvcConfigurer bulkMode() {
        return new WebMvcConfigurer() {
            @Override
            public void addFormatters(FormatterRegistry registry) {
                registry.addConverter(String.class, BulkMode.class, Forms.words(BulkMode.class)::parse);
            }
        };
    }

    @Bean
    BulkGate bulkGate(ProjectionLag lag) {
        return lag::isTooLong;
    }
}
