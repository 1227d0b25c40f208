package sekisho.server.linking;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import sekisho.gateway.Gateway;
import sekisho.server.banking.BankApiKeys;
import sekisho.server.banking.StoredLinkedAccounts;
import sekisho.server.history.Links;
import sekisho.server.identity.Evidences;
import sekisho.server.live.LiveFeed;
import sekisho.server.notice.ChangeNotices;
import sekisho.server.people.People;

/** Linking as beans. */
@Configuration(proxyBeanMethods = false)
class LinkingConfiguration {
    private static final Duration ASK_EVERY = Duration.ofSeconds(30);

    @Bean
    @DependsOnDatabaseInitialization
    SupportedBanks supportedBanks(JdbcClient jdbc) {
        return new SupportedBanks(jdbc);
    }

    /** Without a redirect to banks nothing can be linked, and the pages say so. */
    @Bean
    @DependsOnDatabaseInitialization
    Linking linking(
            ObjectProvider<BankRedirect> redirect,
            Evidences evidences,
            Gateway gateway,
            JdbcClient jdbc,
            InstantSource clock) {
        return new Linking(redirect.getIfAvailable(), new Attempts(jdbc, clock), evidences, gateway, jdbc, clock);
    }

    @Bean
    @DependsOnDatabaseInitialization
    LinkedNames linkedNames(JdbcClient jdbc) {
        return new LinkedNames(jdbc);
    }

    @Bean
    @DependsOnDatabaseInitialization
    EndedMandates endedMandates(JdbcClient jdbc, InstantSource clock) {
        return new EndedMandates(jdbc, clock);
    }

    @Bean
    @DependsOnDatabaseInitialization
    MandateNews mandateNews(People people, SupportedBanks banks, ChangeNotices changes, LiveFeed live) {
        return new MandateNews(people, banks, changes, live);
    }

    @Bean
    MandateCloser mandateCloser(
            Gateway gateway,
            StoredLinkedAccounts accounts,
            Links links,
            InstantSource clock,
            EndedMandates ended,
            MandateNews news,
            PlatformTransactionManager transactions) {
        var engine = new MandateCloser.Engine(gateway, accounts, links, clock);
        return new MandateCloser(engine, ended, news, new TransactionTemplate(transactions));
    }

    /** Banks are asked now and then; their notices are quicker. */
    @Bean(initMethod = "start")
    @DependsOnDatabaseInitialization
    MandateFollowers mandateFollowers(
            BankApiKeys keys,
            SupportedBanks banks,
            EndedMandates ended,
            MandateCloser closer,
            MeterRegistry meters,
            InstantSource clock,
            Environment environment) {
        Duration period = environment.getProperty("sekisho.linking.ask-ended-every", Duration.class, ASK_EVERY);
        var work = new MandateFollower.MandateWork(banks, ended, closer, new MandateMetrics(meters), period, clock);
        return new MandateFollowers(keys, work);
    }
}
