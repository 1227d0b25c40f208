package sekisho.server.founding;

import java.time.InstantSource;
import java.util.function.Supplier;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.gateway.Gateway;
import sekisho.server.ServerSettings;
import sekisho.server.identity.Worth;
import sekisho.server.passkey.RelyingParty;
import sekisho.server.session.ConsoleHost;

/** Founding as beans. */
@Configuration(proxyBeanMethods = false)
class FoundingConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    Books books(JdbcClient jdbc, InstantSource clock) {
        return new Books(jdbc, clock);
    }

    @Bean
    SoftKeys softKeys(ServerSettings settings) {
        return new SoftKeys(settings.keys());
    }

    @Bean
    Founding founding(
            Gateway gateway,
            SoftKeys keys,
            Books books,
            Worth worth,
            RelyingParty customers,
            ConsoleHost console,
            ServerSettings settings,
            Environment environment) {
        Supplier<RelyingParty.Place> staff = () -> RelyingParty.Place.of(console.address(settings, environment));
        return new Founding(gateway, keys, books, worth, settings.demo(), customers::place, staff);
    }
}
