package sekisho.server.console;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import sekisho.server.session.ConsoleHost;
import sekisho.server.session.ContentPolicy;
import sekisho.server.session.SessionAge;
import sekisho.server.web.PageErrors;

/** What stands in front of every page of the console. Before the wallet's chain, and for everything at the console's host. */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurityConfiguration {
    private static final Duration LONGEST = Duration.ofHours(9);

    /** What anybody may see. */
    private static final String[] OPEN = {
        StaffSignInPages.PATH, "/assets/**", "/choice/**", "/demo/enter/**", "/favicon.ico"
    };

    @Bean
    @Order(40)
    SecurityFilterChain consoleChain(HttpSecurity http, ConsoleHost host, InstantSource clock, PageErrors errors) {
        return http.securityMatcher(host::isOf)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .rememberMe(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(OPEN)
                                .permitAll()
                                .anyRequest()
                                .hasAuthority(StaffAuthentication.STAFF))
                .headers(headers -> headers.addHeaderWriter(ContentPolicy.strict())
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(policy -> policy.policy(
                                "camera=(), geolocation=(), microphone=(), publickey-credentials-get=(self), "
                                        + "publickey-credentials-create=(self)"))
                        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN)))
                .exceptionHandling(failures -> failures.authenticationEntryPoint((_, response, _) -> {
                            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
                            response.setHeader("Location", StaffSignInPages.PATH);
                        })
                        .accessDeniedHandler((request, response, _) -> {
                            if (!errors.show(request, response, request.getRequestURI(), HttpStatus.FORBIDDEN)) {
                                response.sendError(HttpServletResponse.SC_FORBIDDEN);
                            }
                        }))
                .addFilterBefore(new SessionAge(LONGEST, clock), SecurityContextHolderFilter.class)
                .build();
    }
}
