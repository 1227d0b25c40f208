package sekisho.server.session;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import sekisho.server.ServerSettings;
import sekisho.server.pages.PagePaths;

/** Sessions as beans. Requests of the API pass them by. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {
    static final String COOKIE = "sekisho-session";
    static final String CONSOLE_COOKIE = "sekisho-console";

    private static final String TABLE = "session.sessions";
    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(12);

    @Bean
    SessionSettings sessionSettings(ServerSettings settings, Environment environment) {
        var url = settings.publicUrl();
        return new SessionSettings(
                environment.getProperty("sekisho.session.idle", Duration.class, IDLE),
                environment.getProperty("sekisho.session.longest", Duration.class, LONGEST),
                url != null && "https".equals(url.getScheme()));
    }

    @Bean
    @DependsOnDatabaseInitialization
    JdbcIndexedSessionRepository sessionRepository(
            JdbcOperations jdbc, PlatformTransactionManager transactions, SessionSettings settings) {
        var repository = new JdbcIndexedSessionRepository(jdbc, new TransactionTemplate(transactions));
        repository.setTableName(TABLE);
        repository.setDefaultMaxInactiveInterval(settings.idle());
        new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(repository);
        return repository;
    }

    @Bean
    FilterRegistrationBean<Filter> sessionFilter(
            JdbcIndexedSessionRepository repository, SessionSettings settings, ConsoleHost console) {
        var ids = new CookieHttpSessionIdResolver();
        ids.setCookieSerializer(new CookiesByHost(
                console, cookies(COOKIE, "Lax", settings), cookies(CONSOLE_COOKIE, "Strict", settings)));
        var filter = new SessionRepositoryFilter<>(repository);
        filter.setHttpSessionIdResolver(ids);
        var registration = new FilterRegistrationBean<Filter>(new PagesOnly(filter));
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        registration.setAsyncSupported(true);
        return registration;
    }

    private static CookieSerializer cookies(String name, String sameSite, SessionSettings settings) {
        var cookies = new DefaultCookieSerializer();
        cookies.setCookieName(name);
        cookies.setCookiePath("/");
        cookies.setUseHttpOnlyCookie(true);
        cookies.setSameSite(sameSite);
        if (settings.secure()) {
            cookies.setUseSecureCookie(true);
        }
        return cookies;
    }

    @Bean
    ConsoleHost consoleHost(ServerSettings settings, Environment environment) {
        var url = settings.publicUrl();
        String usual = "console." + (url == null ? "localhost" : url.getHost());
        return new ConsoleHost(environment.getProperty("sekisho.console.host", usual));
    }

    /** Before sessions: whoever is at the wrong origin gets none. */
    @Bean
    FilterRegistrationBean<Filter> originGate(ConsoleHost console) {
        var registration = new FilterRegistrationBean<Filter>(new OriginGate(console));
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
        registration.setAsyncSupported(true);
        return registration;
    }

    @Bean
    Sessions sessions(JdbcIndexedSessionRepository repository) {
        return new Sessions(repository);
    }

    @Bean
    DeviceMark deviceMark(SessionSettings settings) {
        return new DeviceMark(settings);
    }

    @Bean
    Entrance entrance(InstantSource clock) {
        return new Entrance(clock);
    }

    /** Applies a filter to pages, and to nothing that a program asks for. */
    private record PagesOnly(Filter filter) implements Filter {
        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            if (request instanceof HttpServletRequest http && PagePaths.isPage(http.getRequestURI())) {
                filter.doFilter(request, response, chain);
            } else {
                chain.doFilter(request, response);
            }
        }
    }
}
