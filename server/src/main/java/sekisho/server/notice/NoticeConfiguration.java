package sekisho.server.notice;

import java.lang.System.Logger.Level;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.server.ServerSettings;
import sekisho.server.people.Contacts;
import sekisho.server.people.People;
import sekisho.server.vault.Vault;

/** Notices as beans. */
@Configuration(proxyBeanMethods = false)
class NoticeConfiguration {
    private static final System.Logger LOG = System.getLogger(NoticeConfiguration.class.getName());

    @Bean
    @DependsOnDatabaseInitialization
    Notices notices(JdbcClient jdbc, InstantSource clock) {
        return new Notices(jdbc, clock);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Letters letters(JdbcClient jdbc, InstantSource clock) {
        return new Letters(jdbc, clock);
    }

    @Bean
    ChangeNotices changeNotices(Notices notices, Letters letters, Contacts contacts, People people) {
        return new ChangeNotices(notices, letters, contacts, people);
    }

    @Bean(initMethod = "start")
    @DependsOnDatabaseInitialization
    Postman postman(JdbcClient jdbc, Vault vault, InstantSource clock, ObjectProvider<Carrier> carriers) {
        return new Postman(
                new LetterQueue(jdbc, clock), vault, carriers.stream().toList());
    }

    @Bean
    @ConditionalOnProperty("sekisho.mail.host")
    Carrier smtpCarrier(Environment environment) {
        return new SmtpCarrier(SmtpSettings.of(environment).orElseThrow());
    }

    @Bean
    @ConditionalOnProperty("sekisho.sms.address")
    Carrier textCarrier(Environment environment) {
        return new TextCarrier(TextSettings.of(environment).orElseThrow());
    }

    /** Without a sender there is the post box, in the demo world. */
    @Bean
    Channels channels(ServerSettings settings, Environment environment) {
        boolean box = environment.getProperty("sekisho.post-box", Boolean.class, settings.demo());
        boolean text = environment.containsProperty("sekisho.sms.address");
        if (!box && !text) {
            LOG.log(Level.INFO, "no sender of text messages is configured: telephone numbers cannot be added");
        }
        return new Channels(box || environment.containsProperty("sekisho.mail.host"), box || text);
    }
}
