package sekisho.server;

import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcObservationAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import sekisho.gateway.GatewaySettings;
import sekisho.server.access.AccessSettings;
import sekisho.server.engine.EngineSettings;
import sekisho.server.engine.ServerClients;
import sekisho.wire.home.NodeAddress;

/** The application: every feature below this package, and the settings that they share. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(resourcePattern = ServerApplication.BEANS)
@EnableAutoConfiguration(
        exclude = {
            ErrorMvcAutoConfiguration.class,
            MultipartAutoConfiguration.class,
            OAuth2AuthorizationServerAutoConfiguration.class,
            OAuth2AuthorizationServerJwtAutoConfiguration.class,
            OAuth2ResourceServerAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class,
            WebMvcObservationAutoConfiguration.class
        })
class ServerApplication {
    /** Where beans are declared: configurations and end points. Tests' own configurations, inside their classes, are none. */
    static final String BEANS = "**/{name:[A-Za-z]+(?:Configuration|EndPoints|Changes|Reads|Page|Pages)}.class";

    @Bean
    InstantSource clock(ServerSettings settings) {
        return settings.clock();
    }

    /** Nothing is traced: observing each of Spring Security's filters took a quarter of the time of a request. */
    @Bean
    ObservationRegistry observations() {
        return ObservationRegistry.NOOP;
    }

    @Bean
    AccessSettings accessSettings(ServerSettings settings) {
        var access = AccessSettings.of(settings.issuerText(), settings.keys());
        String perSecond = settings.more().get("sekisho.access.tokens-per-second");
        if (perSecond != null) {
            access = access.withTokensPerSecond(Integer.parseInt(perSecond));
        }
        return settings.foreignKeys() == null ? access : access.withForeignKeys(settings.foreignKeys());
    }

    @Bean
    EngineSettings engineSettings(ServerSettings settings) {
        return new EngineSettings(settings.longestLag());
    }

    @Bean
    GatewaySettings gatewaySettings(ServerSettings settings) {
        return GatewaySettings.of(node(settings), ServerClients.SERVER).withClock(settings.clock());
    }

    private static NodeAddress node(ServerSettings settings) {
        try {
            NodeAddress known = settings.node();
            return known != null ? known : NodeAddress.read(settings.home());
        } catch (IOException e) {
            throw new UncheckedIOException("no node was ever ready in " + settings.home(), e);
        }
    }
}
