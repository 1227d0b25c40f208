package sekisho.server.linking;

import java.net.URI;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import sekisho.server.ServerSettings;

/** The redirect to banks, where {@code sekisho.linking.operator} says what banks call us. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("sekisho.linking.operator")
class RedirectConfiguration {

    @Bean
    SignedRedirect signedRedirect(
            SupportedBanks banks, ServerSettings settings, Environment environment, InstantSource clock) {
        Supplier<URI> issuer = () -> settings.publicUrl() != null
                ? settings.publicUrl()
                : URI.create("http://localhost:" + environment.getRequiredProperty("local.server.port"));
        var us = new SignedRedirect.Us(issuer, environment.getRequiredProperty("sekisho.linking.operator"));
        return new SignedRedirect(us, banks, LinkKey.in(settings.keys()), clock);
    }
}
