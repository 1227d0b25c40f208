package sekisho.server.access;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import sekisho.server.problem.ProblemWriter;

/** The authorization server: /oauth2/token and /oauth2/jwks; {@link MetadataPage} describes it. */
@Configuration(proxyBeanMethods = false)
class TokenEndPoint {

    @Bean
    AuthorizationServerSettings authorizationServerSettings(AccessSettings settings) {
        return AuthorizationServerSettings.builder().issuer(settings.issuer()).build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain tokenChain(
            HttpSecurity http,
            AccessSettings settings,
            AuthorizationServerSettings server,
            SigningKeys keys,
            Clients clients,
            ClientSecrets secrets,
            InstantSource clock,
            ProblemWriter problems) {
        var registered = new RegisteredClients(clients, settings.lifetime());
        http.oauth2AuthorizationServer(authorization -> authorization
                .registeredClientRepository(registered)
                .authorizationService(new UnstoredAuthorizations())
                .authorizationServerSettings(server)
                .tokenGenerator(tokens(settings, keys))
                .clientAuthentication(proof ->
                        proof.authenticationProviders(providers -> providers.forEach(provider -> {
                            if (provider instanceof JwtClientAssertionAuthenticationProvider assertion) {
                                assertion.setJwtDecoderFactory(new Assertions(clients, settings.issuer(), clock));
                            } else if (provider instanceof ClientSecretAuthenticationProvider secret) {
                                secret.setPasswordEncoder(secrets.comparing());
                            }
                        })))
                .tokenEndpoint(token -> token.accessTokenRequestConverters(converters -> {
                    converters.clear();
                    converters.add(new WholeScope(registered));
                })));
        http.setSharedObject(JWKSource.class, new ImmutableJWKSet<SecurityContext>(keys.all()));
        return http.securityMatcher(paths())
                .addFilterBefore(
                        new TokenRates(problems, settings.tokensPerSecond()), SecurityContextHolderFilter.class)
                .addFilterBefore(new TokenForms(), SecurityContextHolderFilter.class)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    private static RequestMatcher paths() {
        var builder = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(List.of(builder.matcher("/oauth2/token"), builder.matcher("/oauth2/jwks")));
    }

    private static JwtGenerator tokens(AccessSettings settings, SigningKeys keys) {
        var generator = new JwtGenerator(new NimbusJwtEncoder(new ImmutableJWKSet<>(keys.signingOnly())));
        generator.setJwtCustomizer(token -> describe(token, settings));
        return generator;
    }

    /** A token as RFC 9068 wants it. */
    private static void describe(JwtEncodingContext token, AccessSettings settings) {
        String clientId = token.getRegisteredClient().getClientId();
        token.getJwsHeader().type(TokenVerifier.TYPE.getType()).algorithm(SignatureAlgorithm.ES256);
        token.getClaims()
                .audience(List.of(settings.audience()))
                .claim("client_id", clientId)
                .claim("scope", String.join(" ", token.getAuthorizedScopes()))
                .id(UUID.randomUUID().toString());
    }
}
