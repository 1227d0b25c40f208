package sekisho.server.session;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
import sekisho.server.pages.PagePaths;
import sekisho.server.web.PageErrors;

/** What stands in front of every page of the wallet app. Before the API's chain, which takes all that is left. */
@Configuration(proxyBeanMethods = false)
class PageSecurityConfiguration {
    private static final String SIGN_IN = "/sign-in";

    /** What anybody may see. */
    private static final String[] OPEN = {
        "/",
        SIGN_IN,
        "/sign-up",
        "/recover",
        "/recover/**",
        "/assets/**",
        "/choice/**",
        "/post-box",
        "/door",
        "/door/**",
        "/parts",
        "/app.webmanifest",
        "/favicon.ico",
        "/demo/**"
    };

    @Bean
    @Order(50)
    SecurityFilterChain pageChain(HttpSecurity http, SessionSettings settings, InstantSource clock, PageErrors errors) {
        return http.securityMatcher(request -> PagePaths.isPage(request.getRequestURI()))
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
                                .authenticated())
                .headers(headers -> headers.addHeaderWriter(new ContentPolicy())
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(policy -> policy.policy(
                                "camera=(self), geolocation=(), microphone=(), publickey-credentials-get=(self), "
                                        + "publickey-credentials-create=(self)"))
                        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN)))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(
                                (request, response, _) -> toSignIn(request, response))
                        .accessDeniedHandler((request, response, _) -> {
                            if (!errors.show(request, response, request.getRequestURI(), HttpStatus.FORBIDDEN)) {
                                response.sendError(HttpServletResponse.SC_FORBIDDEN);
                            }
                        }))
                .addFilterBefore(new SessionAge(settings.longest(), clock), SecurityContextHolderFilter.class)
                .build();
    }

    /** A part of a page cannot show another page: the browser is told to go there as a whole. */
    private static void toSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", SIGN_IN);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", SIGN_IN);
        }
    }
}
