package sekisho.server;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import sekisho.server.banking.BankWork;
import sekisho.server.database.Database;
import sekisho.server.projection.Projector;
import sekisho.server.projection.ProjectorStatus;
import sekisho.server.web.LoggedPath;
import sekisho.server.web.QuietLoggers;
import sekisho.wire.home.KeysFolder;

/**
 * A running server. It shares the process with the node, or has one of its own. Any thread.
 */
public final class Server implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final URI baseUrl;
    private final Projector projector;
    private final BankWork bankWork;

    private Server(ConfigurableApplicationContext context, URI baseUrl) {
        this.context = context;
        this.baseUrl = baseUrl;
        this.projector = context.getBean(Projector.class);
        this.bankWork = context.getBean(BankWork.class);
    }

    /** Starts a server, and waits until it takes requests. The node runs already. */
    public static Server start(ServerSettings settings) {
        return start(settings, null);
    }

    /**
     * Starts a server, and waits until it takes requests. The node runs already.
     *
     * @param database to use, which the caller closes after the server; null: the one that the settings say
     */
    public static Server start(ServerSettings settings, @Nullable Database database) {
        return start(settings, database, List.of());
    }

    /** The same with parts of the caller's own, which measure or disturb it: {@code @Configuration} classes. */
    public static Server start(ServerSettings settings, @Nullable Database database, List<Class<?>> besides) {
        requireKeys(settings);
        var sources = new ArrayList<Class<?>>(besides);
        sources.addFirst(ServerApplication.class);
        var application = new SpringApplication(sources.toArray(Class<?>[]::new));
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setAddCommandLineProperties(false);
        application.addInitializers(context -> {
            // First: what the environment happens to hold must not overrule what the caller said.
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("sekisho", properties(settings)));
            context.getBeanFactory().registerSingleton("serverSettings", settings);
            if (database != null) {
                context.getBeanFactory().registerSingleton("database", database);
            }
            context.addBeanFactoryPostProcessor(Server::orderOfClosing);
        });
        var context = application.run();
        var web = Objects.requireNonNull(((ServletWebServerApplicationContext) context).getWebServer());
        return new Server(context, URI.create("http://localhost:" + web.getPort()));
    }

    /**
     * The parts are closed in this order: HTTP, bank work, projector, gateway. Bank work uses both others; the projector
     * need not know the gateway.
     */
    private static void orderOfClosing(ConfigurableListableBeanFactory beans) {
        beans.getBeanDefinition("projector").setDependsOn("gateway");
    }

    private static void requireKeys(ServerSettings settings) {
        try {
            KeysFolder.open(settings.keys(), settings.home());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Why a part has stopped by itself, for good: a sentence. Empty while all is well or will be again. */
    public Optional<String> failure() {
        ProjectorStatus projection = projector.status();
        if (projection.state() == ProjectorStatus.State.FAILED) {
            return Optional.of("the projector has stopped: " + projection.detail());
        }
        return bankWork.failure().map(failure -> "bank work has stopped: " + failure.getMessage());
    }

    /** Whether it is ready for requests, as {@code /actuator/health/readiness} says it. */
    public boolean isReady() {
        HealthDescriptor readiness = context.getBean(HealthEndpoint.class).healthForPath("readiness");
        return readiness != null && readiness.getStatus().equals(Status.UP);
    }

    /** Adds to what {@code /actuator/prometheus} shows: the measures of what runs beside the server. */
    public void measure(MeterBinder meters) {
        meters.bindTo(context.getBean(MeterRegistry.class));
    }

    /** Where it listens, without a slash at the end. */
    public URI baseUrl() {
        return baseUrl;
    }

    /** A part of the server, for programs that prepare its world: the demo, and tests. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Stops in order: requests that are being handled are finished, new ones are not taken. */
    @Override
    public void close() {
        context.close();
    }

    private static Map<String, Object> properties(ServerSettings settings) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("sekisho.home", settings.home().toString());
        properties.put(ServerSettings.KEYS, settings.keys().toString());
        properties.put("server.address", settings.address());
        properties.put("server.port", settings.port());
        properties.put("server.shutdown", "graceful");
        properties.put("spring.lifecycle.timeout-per-shutdown-phase", "10s");
        properties.put("spring.threads.virtual.enabled", true);
        properties.put("spring.main.keep-alive", false);
        properties.put("spring.jmx.enabled", false);
        properties.put("spring.mvc.formcontent.filter.enabled", false);
        properties.put("spring.mvc.hiddenmethod.filter.enabled", false);
        properties.put("server.error.include-stacktrace", "never");
        properties.put("spring.mvc.publish-request-handled-events", false);
        properties.put("spring.web.resources.add-mappings", false);
        properties.put("server.server-header", "");
        // What people load; bodies of the API are small, and their length is known.
        properties.put("server.compression.enabled", true);
        properties.put("server.compression.min-response-size", "1KB");
        properties.put(
                "server.compression.mime-types",
                "text/html,text/css,text/javascript,text/csv,image/svg+xml,application/manifest+json");
        properties.put("server.tomcat.max-keep-alive-requests", -1);
        properties.put("server.tomcat.keep-alive-timeout", "60s");
        properties.put("server.tomcat.connection-timeout", "10s");
        properties.put("server.tomcat.max-http-form-post-size", "64KB");
        properties.put("server.tomcat.max-swallow-size", "1MB");
        properties.put("server.tomcat.accesslog.enabled", settings.accessLog());
        properties.put(
                "server.tomcat.accesslog.directory",
                settings.home().resolve("logs").toString());
        properties.put("server.tomcat.accesslog.prefix", "access");
        properties.put("server.tomcat.accesslog.max-days", 14);
        // Time, address, user, method and path, status, bytes and milliseconds: no query, no header, no body, and of
        // the path what is an
        // address of ours. The time is that of Unix in milliseconds: Tomcat would make a formatter for every virtual
        // thread.
        properties.put(
                "server.tomcat.accesslog.pattern", "%{msec}t %a %u %m %{" + LoggedPath.ATTRIBUTE + "}r %s %B %D");
        properties.put("management.endpoints.access.default", "none");
        properties.put("management.endpoint.health.access", "read-only");
        properties.put("management.endpoint.prometheus.access", "read-only");
        properties.put("management.endpoints.web.exposure.include", "health,prometheus");
        properties.put("management.endpoints.web.discovery.enabled", false);
        properties.put("management.health.ssl.enabled", false);
        properties.put("management.health.ping.enabled", false);
        properties.put("management.health.diskspace.enabled", false);
        properties.put("management.endpoint.health.probes.enabled", true);
        properties.put("management.endpoint.health.show-components", "always");
        properties.put(
                "management.endpoint.health.group.readiness.include", "readinessState,engine,projection,lag,banks,db");
        QuietLoggers.WARN.forEach(logger -> properties.put("logging.level." + logger, "warn"));
        QuietLoggers.OFF.forEach(logger -> properties.put("logging.level." + logger, "off"));
        properties.putAll(settings.more());
        return properties;
    }
}
