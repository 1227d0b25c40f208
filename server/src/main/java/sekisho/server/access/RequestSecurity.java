package sekisho.server.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import sekisho.server.problem.ProblemWriter;

/** Every other address: a bearer token, but for what may be read by anybody. No session, no cookie. */
@Configuration(proxyBeanMethods = false)
class RequestSecurity {

    @Bean
    @Order(100)
    SecurityFilterChain requestChain(HttpSecurity http, VerifiedTokens tokens, ProblemWriter problems) {
        var refusals = new TokenRefusals(problems);
        return http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .rememberMe(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers("/v1/**")
                        .authenticated()
                        .requestMatchers(
                                "/actuator/health/**",
                                "/problems/**",
                                "/v3/api-docs/**",
                                "/.well-known/oauth-authorization-server",
                                "/.well-known/link-keys.json",
                                // What comes is believed only if a bank has signed it.
                                "/bank-notices")
                        .permitAll()
                        .requestMatchers("/actuator/prometheus")
                        .access((authentication, context) -> new AuthorizationDecision(
                                isLocal(context.getRequest()) || mayReadMetrics(authentication.get())))
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .addFilterBefore(new TokenFilter(tokens, refusals), AuthorizationFilter.class)
                .addFilterAfter(new RateLimitFilter(problems), AuthorizationFilter.class)
                .build();
    }

    /**
     * Spring's firewall, which refuses odd paths, with a cheaper look at headers: its own is a regular expression for every
     * reading of every header, a twentieth of a request's time.
     */
    @Bean
    StrictHttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(RequestSecurity::isPlain);
        firewall.setAllowedHeaderValues(RequestSecurity::isPlain);
        return firewall;
    }

    /** No control characters and nothing that Unicode does not know, as the firewall has it. */
    static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean plain =
                    letter < 0x7F ? letter >= ' ' : !Character.isISOControl(letter) && Character.isDefined(letter);
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    /** From this machine, and not through a proxy on it. */
    private static boolean isLocal(HttpServletRequest request) {
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                    && request.getHeader("Forwarded") == null
                    && request.getHeader("X-Forwarded-For") == null;
        } catch (java.net.UnknownHostException noAddress) {
            return false;
        }
    }

    private static boolean mayReadMetrics(@org.jspecify.annotations.Nullable Object authentication) {
        return authentication instanceof ClientAuthentication known
                && known.client().may(Scope.METRICS_READ);
    }
}
