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
import sekisho.server.founding.Books;
import sekisho.server.history.Instructions;
import sekisho.server.history.Links;
import sekisho.server.identity.Evidences;
import sekisho.server.identity.PersonTokens;
import sekisho.server.live.LiveFeed;
import sekisho.server.notice.ChangeNotices;
import sekisho.server.people.People;
import sekisho.server.projection.Positions;
import sekisho.server.vault.ShortSecrets;

/** Linking as beans. */
@Configuration(proxyBeanMethods = false)
class LinkingConfiguration {
    private static final Duration ASK_EVERY = Duration.ofSeconds(30);

    @Bean
    @DependsOnDatabaseInitialization
    SupportedBanks supportedBanks(JdbcClient jdbc) {
        return new SupportedBanks(jdbc);
    }

    @Bean
    @DependsOnDatabaseInitialization
    BankDescriptions bankDescriptions(
            JdbcClient jdbc, SupportedBanks banks, ObjectProvider<DescriptionFollower> followers) {
        return new BankDescriptions(jdbc, banks, followers);
    }

    @Bean
    Checkpoint checkpoint(Gateway gateway, Links links, AccountTokens tokens) {
        return new Checkpoint(gateway, links, tokens);
    }

    /** Without a redirect to banks nothing can be linked, and the pages say so. */
    @Bean
    @DependsOnDatabaseInitialization
    Linking linking(
            ObjectProvider<BankRedirect> redirect,
            SupportedBanks banks,
            PersonTokens tokens,
            Evidences evidences,
            KeptAccounts accounts,
            Checkpoint checkpoint,
            Books books,
            JdbcClient jdbc,
            InstantSource clock) {
        return new Linking(
                redirect.getIfAvailable(),
                new Attempts(jdbc, banks, clock),
                new Linking.Who(tokens, evidences),
                accounts,
                checkpoint,
                books,
                clock);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Waiting waiting(
            ObjectProvider<WithoutBrowser> without,
            Linking linking,
            Checkpoint checkpoint,
            SupportedBanks banks,
            JdbcClient jdbc,
            InstantSource clock) {
        return new Waiting(
                without.getIfAvailable(),
                linking,
                checkpoint,
                new Attempts(jdbc, banks, clock),
                new Waits(jdbc),
                clock);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Authorising authorising(
            ObjectProvider<FapiBanks> fapi,
            Linking linking,
            Checkpoint checkpoint,
            SupportedBanks banks,
            JdbcClient jdbc,
            ShortSecrets secrets,
            MeterRegistry meters,
            InstantSource clock) {
        var kept = new Authorising.Kept(new Attempts(jdbc, banks, clock), new Authorisations(jdbc, secrets, clock));
        return new Authorising(fapi.getIfAvailable(), linking, checkpoint, kept, meters, clock);
    }

    @Bean
    @DependsOnDatabaseInitialization
    DepositNotices depositNotices(ObjectProvider<WithoutBrowser> without, JdbcClient jdbc, InstantSource clock) {
        return new DepositNotices(without.getIfAvailable(), jdbc, clock);
    }

    @Bean
    Arrivals arrivals(SupportedBanks banks, StatementFollowers statements, ChangeNotices changes, Positions positions) {
        return new Arrivals(banks, statements, changes, positions);
    }

    @Bean
    @DependsOnDatabaseInitialization
    BankNews bankNews(People people, SupportedBanks banks, ChangeNotices changes, LiveFeed live) {
        return new BankNews(people, banks, changes, live);
    }

    /** Banks are asked now and then, and often while somebody waits for what their customer will say. */
    @Bean(initMethod = "start")
    @DependsOnDatabaseInitialization
    StatementFollowers statementFollowers(
            BankApiKeys keys,
            SupportedBanks banks,
            Checkpoint checkpoint,
            BankNews news,
            JdbcClient jdbc,
            InstantSource clock,
            Environment environment) {
        Duration period = environment.getProperty("sekisho.linking.ask-statements-every", Duration.class, ASK_EVERY);
        var work = new StatementFollower.StatementWork(
                banks, new HeardStatements(jdbc, clock), checkpoint, news, period, clock);
        return new StatementFollowers(keys, work);
    }

    @Bean
    @DependsOnDatabaseInitialization
    KeptAccounts keptAccounts(JdbcClient jdbc, StoredLinkedAccounts accounts, InstantSource clock) {
        return new KeptAccounts(jdbc, accounts, clock);
    }

    @Bean
    @DependsOnDatabaseInitialization
    AccountTokens accountTokens(JdbcClient jdbc) {
        return new AccountTokens(jdbc);
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
    Endings endings(JdbcClient jdbc, InstantSource clock) {
        return new Endings(jdbc, clock);
    }

    /** Banks are told at once; it is looked now and then whether something was left. */
    @Bean(initMethod = "start")
    @DependsOnDatabaseInitialization
    EndingTellers endingTellers(
            BankApiKeys keys,
            SupportedBanks banks,
            Endings endings,
            StoredLinkedAccounts accounts,
            Links links,
            Instructions instructions,
            EndedMandates ended,
            Positions positions,
            InstantSource clock) {
        var known = new EndingTeller.Known(accounts, links, instructions, ended, positions);
        return new EndingTellers(keys, new EndingTeller.EndingWork(banks, endings, known, ASK_EVERY, clock));
    }

    @Bean
    MandateCloser mandateCloser(
            Gateway gateway,
            StoredLinkedAccounts accounts,
            Links links,
            InstantSource clock,
            EndedMandates ended,
            BankNews news,
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
