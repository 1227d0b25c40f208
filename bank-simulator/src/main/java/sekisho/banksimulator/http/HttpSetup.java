package sekisho.banksimulator.http;

import java.util.List;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import sekisho.banksimulator.banks.Operator;
import sekisho.banksimulator.banks.SimulatedBank;
import sekisho.banksimulator.pages.Backchannel;
import sekisho.banksimulator.pages.DebitFileDesk;
import sekisho.banksimulator.pages.OperatorMandates;
import sekisho.banksimulator.pages.PageSetup;
import sekisho.banksimulator.pages.Reception;

/**
 * The web application. It names what it configures: it may run in one process with another Spring application whose
 * libraries must not find their way into it.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class
})
@Import({
    ProtocolController.class,
    AdminController.class,
    MandateController.class,
    BackchannelController.class,
    DebitFileController.class,
    Problems.class,
    PageSetup.class
})
public class HttpSetup {

    /** Hands the banks to the application. */
    public static ApplicationContextInitializer<GenericApplicationContext> with(
            List<SimulatedBank> banks, List<Operator> operators, String directorKey, Reception reception) {
        var door = new Doorkeeper(banks, operators, directorKey);
        return context -> {
            context.registerBean(Doorkeeper.class, () -> door);
            context.registerBean(Reception.class, () -> reception);
            context.registerBean(OperatorMandates.class, () -> new OperatorMandates(reception));
            context.registerBean(Backchannel.class, () -> new Backchannel(reception));
            context.registerBean(DebitFileDesk.class, () -> new DebitFileDesk(reception));
        };
    }

    @Bean
    static ReceivedRequests receivedRequests() {
        return new ReceivedRequests();
    }

    @Bean
    static WebMvcConfigurer counts(ReceivedRequests received) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(received);
            }
        };
    }

    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> cutsConnections() {
        return tomcat -> {
            tomcat.addEngineValves(new CutValve());
            tomcat.addContextCustomizers(context -> context.setRequestCharacterEncoding("UTF-8"));
        };
    }
}
