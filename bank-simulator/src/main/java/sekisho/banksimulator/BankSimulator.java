package sekisho.banksimulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import sekisho.banksimulator.banks.SimulatedBank;
import sekisho.banksimulator.conduct.Conduct;
import sekisho.banksimulator.customers.Person;
import sekisho.banksimulator.http.HttpSetup;
import sekisho.banksimulator.pages.Reception;

/** Simulated banks behind HTTP, in this process. */
public final class BankSimulator implements AutoCloseable {
    private final List<SimulatedBank> banks;
    private final ServletWebServerApplicationContext web;
    private final URI address;

    private BankSimulator(List<SimulatedBank> banks, ServletWebServerApplicationContext web) {
        this.banks = banks;
        this.web = web;
        var server = Objects.requireNonNull(web.getWebServer(), "a running application has its server");
        this.address = URI.create("http://127.0.0.1:" + server.getPort());
    }

    /** Starts the banks; they answer when this returns. */
    public static BankSimulator start(SimulatorSettings settings) {
        @Nullable Path folder = settings.folder();
        if (folder != null) {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        List<SimulatedBank> banks = settings.banks().stream()
                .map(definition -> new SimulatedBank(definition, settings.clock(), folder))
                .toList();
        try {
            return new BankSimulator(banks, serve(settings, banks));
        } catch (RuntimeException e) {
            banks.forEach(SimulatedBank::close);
            throw e;
        }
    }

    /** Where the banks answer: {@code http://127.0.0.1:…}; a bank is below it at {@code /banks/} and its code. */
    public URI address() {
        return address;
    }

    /** Where one bank answers. */
    public URI address(String code) {
        return address().resolve("/banks/" + code);
    }

    /** The bank with a code. */
    public SimulatedBank bank(String code) {
        return banks.stream()
                .filter(bank -> bank.definition().code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no simulated bank " + code));
    }

    /** All banks, in the order of their definitions. */
    public List<SimulatedBank> banks() {
        return banks;
    }

    /** Makes people customers of every bank that has pages, with so many yen on each new account. */
    public void admit(List<Person> people, long yen) {
        for (SimulatedBank bank : banks) {
            bank.customers().ifPresent(customers -> people.forEach(person -> customers.admit(person, yen)));
        }
    }

    /** Lets go what hangs, and stops. */
    @Override
    public void close() {
        banks.forEach(bank -> bank.behave(Conduct.GOOD));
        web.close();
        banks.forEach(SimulatedBank::close);
    }

    private static ServletWebServerApplicationContext serve(SimulatorSettings settings, List<SimulatedBank> banks) {
        var application = new SpringApplication(HttpSetup.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        // Settings, logging and libraries of another application in this process are none of ours.
        application.setEnvironment(environment(settings.port()));
        application.setListeners(application.getListeners().stream()
                .filter(listener -> !(listener instanceof LoggingApplicationListener))
                .toList());
        // Closed with the application: it is one of its beans.
        var reception =
                new Reception(banks, settings.operators(), settings.clock(), settings.practice(), settings.filesTake());
        application.addInitializers(HttpSetup.with(banks, settings.operators(), settings.directorKey(), reception));
        return (ServletWebServerApplicationContext) application.run();
    }

    private static StandardEnvironment environment(int port) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "bank-simulator",
                        Map.of(
                                "spring.config.name", "bank-simulator",
                                "spring.threads.virtual.enabled", true,
                                "spring.main.web-application-type", "servlet",
                                "server.address", "127.0.0.1",
                                "server.port", port,
                                "server.shutdown", "immediate",
                                "server.tomcat.max-http-form-post-size", "64KB",
                                "server.tomcat.accept-count", 2_000)));
        return environment;
    }
}
