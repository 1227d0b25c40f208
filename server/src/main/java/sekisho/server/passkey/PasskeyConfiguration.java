package sekisho.server.passkey;

import java.net.URI;
import java.time.InstantSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.server.ServerSettings;

/** Passkeys of the wallet app as beans. The console has a relying party of its own. */
@Configuration(proxyBeanMethods = false)
class PasskeyConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    Passkeys passkeys(JdbcClient jdbc) {
        return new Passkeys(jdbc);
    }

    @Bean
    RelyingParty relyingParty(Passkeys passkeys, ServerSettings settings, Environment environment) {
        return new RelyingParty(() -> place(settings.publicUrl(), environment), passkeys);
    }

    private static RelyingParty.Place place(@org.jspecify.annotations.Nullable URI publicUrl, Environment environment) {
        URI url = publicUrl != null
                ? publicUrl
                : URI.create("http://localhost:" + environment.getRequiredProperty("local.server.port"));
        return RelyingParty.Place.of(url);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Devices devices(JdbcClient jdbc, InstantSource clock) {
        return new Devices(jdbc, clock);
    }

    @Bean
    StepUps stepUps(JdbcClient jdbc, Passkeys passkeys, RelyingParty party, InstantSource clock) {
        return new StepUps(jdbc, passkeys, party, clock);
    }
}
