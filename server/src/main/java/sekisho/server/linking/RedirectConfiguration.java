package sekisho.server.linking;

import java.net.URI;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import sekisho.server.ServerSettings;
import sekisho.server.banking.BankApiKeys;

/** The redirect to banks, where {@code sekisho.linking.operator} says what banks call us. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("sekisho.linking.operator")
@EnableConfigurationProperties(FapiProperties.class)
class RedirectConfiguration {

    @Bean
    SignedRedirect signedRedirect(
            SupportedBanks banks, ServerSettings settings, Environment environment, InstantSource clock) {
        return new SignedRedirect(us(settings, environment), banks, LinkKey.in(settings.keys()), clock);
    }

    @Bean
    BackchannelBanks backchannelBanks(
            BankApiKeys keys, ServerSettings settings, Environment environment, InstantSource clock) {
        return new BackchannelBanks(us(settings, environment), LinkKey.in(settings.keys()), keys, clock);
    }

    /** Banks that speak FAPI; a setting that is missing stops the start. */
    @Bean
    FapiBanks fapiBanks(
            FapiProperties properties, ServerSettings settings, Environment environment, InstantSource clock) {
        URI returnsAt = properties.returnsAt();
        Supplier<URI> base = returnsAt == null ? us(settings, environment).issuer() : () -> returnsAt;
        return new FapiBanks(base, properties.at(), settings.keys(), clock);
    }

    private static SignedRedirect.Us us(ServerSettings settings, Environment environment) {
        Supplier<URI> issuer = () -> settings.publicUrl() != null
                ? settings.publicUrl()
                : URI.create("http://localhost:" + environment.getRequiredProperty("local.server.port"));
        return new SignedRedirect.Us(issuer, environment.getRequiredProperty("sekisho.linking.operator"));
    }
}
