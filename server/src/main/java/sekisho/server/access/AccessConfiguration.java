package sekisho.server.access;

import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The beans of access. */
@Configuration(proxyBeanMethods = false)
@Import({TokenEndPoint.class, RequestSecurity.class})
class AccessConfiguration {

    @Bean
    SigningKeys signingKeys(AccessSettings settings) {
        return SigningKeys.in(settings.signingKeys());
    }

    @Bean
    ClientSecrets clientSecrets(SigningKeys keys) {
        return new ClientSecrets(keys.derived("client secrets"));
    }

    @Bean
    @DependsOnDatabaseInitialization
    Clients clients(JdbcClient database, ClientSecrets secrets, AccessSettings settings) {
        var clients = new Clients(database);
        clients.refresh();
        OperatorClient.ensure(clients, secrets, settings.operatorFile());
        return clients;
    }

    @Bean
    ClientsRefresh clientsRefresh(Clients clients) {
        return new ClientsRefresh(clients);
    }

    @Bean
    VerifiedTokens verifiedTokens(AccessSettings settings, SigningKeys keys, Clients clients, InstantSource clock) {
        var foreign = settings.foreignKeys();
        var verifier =
                foreign == null ? TokenVerifier.own(settings, keys.all()) : TokenVerifier.foreign(settings, foreign);
        return new VerifiedTokens(verifier, clients, clock);
    }

    @Bean
    ScopesStated scopesStated(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        return new ScopesStated(mapping);
    }
}
