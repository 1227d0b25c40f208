package sekisho.server.console;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import sekisho.gateway.Gateway;
import sekisho.server.ServerSettings;
import sekisho.server.founding.Books;
import sekisho.server.founding.Founding;
import sekisho.server.founding.SoftKeys;
import sekisho.server.history.Accounts;
import sekisho.server.history.BankStates;
import sekisho.server.history.Entries;
import sekisho.server.history.Holders;
import sekisho.server.history.Instructions;
import sekisho.server.identity.Evidences;
import sekisho.server.linking.BankDescriptions;
import sekisho.server.linking.SupportedBanks;
import sekisho.server.passkey.RelyingParty;
import sekisho.server.people.People;
import sekisho.server.projection.Positions;
import sekisho.server.projection.Projector;
import sekisho.server.session.ConsoleHost;
import sekisho.server.session.Entrance;
import sekisho.server.wallet.BankNames;
import sekisho.server.wallet.history.Lines;
import sekisho.server.wallet.links.LinkViews;

/** The console as beans. */
@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    Staff staff(JdbcClient jdbc, InstantSource clock) {
        return new Staff(jdbc, clock);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Actions staffActions(JdbcClient jdbc, InstantSource clock) {
        return new Actions(jdbc, clock);
    }

    @Bean
    ActionLines staffActionLines() {
        return new ActionLines();
    }

    @Bean
    StaffEntrance staffEntrance(Entrance entrance, Actions actions) {
        return new StaffEntrance(entrance, actions);
    }

    @Bean
    StaffPasskeys staffPasskeys(
            JdbcClient jdbc,
            ConsoleHost host,
            ServerSettings settings,
            Environment environment,
            PlatformTransactionManager transactions) {
        Supplier<RelyingParty.Place> place = () -> RelyingParty.Place.of(host.address(settings, environment));
        return new StaffPasskeys(jdbc, place, new TransactionTemplate(transactions));
    }

    @Bean
    Flights flights(JdbcClient jdbc, Instructions instructions) {
        return new Flights(jdbc, instructions);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Proposals proposals(JdbcClient jdbc, InstantSource clock) {
        return new Proposals(jdbc, clock);
    }

    @Bean
    ApprovalLines approvalLines(Proposals proposals) {
        return new ApprovalLines(proposals);
    }

    @Bean
    Enrolments enrolments(
            JdbcClient jdbc,
            StaffPasskeys passkeys,
            Books books,
            Founding founding,
            ServerSettings settings,
            InstantSource clock) {
        return new Enrolments(jdbc, passkeys, books, founding, settings, clock);
    }

    @Bean
    Approvals approvals(
            Gateway gateway,
            Positions positions,
            Actions actions,
            Proposals proposals,
            StaffPasskeys passkeys,
            Enrolments enrolments,
            Flights flights,
            BankDescriptions descriptions) {
        return new Approvals(gateway, positions, actions, proposals, passkeys, enrolments, flights, descriptions);
    }

    @Bean
    Switches switches(Gateway gateway, Positions positions, Actions actions, Approvals approvals, Flights flights) {
        return new Switches(gateway, positions, actions, approvals, flights);
    }

    @Bean
    DemoStaff demoStaff(
            Staff staff,
            Switches switches,
            Actions actions,
            Gateway gateway,
            Books books,
            Founding founding,
            SoftKeys keys,
            StaffPasskeys passkeys,
            Enrolments enrolments,
            InstantSource clock) {
        var telephones = new DemoStaff.Telephones(keys, passkeys, enrolments, clock);
        return new DemoStaff(staff, switches, actions, gateway, books, founding, telephones);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Reopenings reopenings(JdbcClient jdbc, InstantSource clock) {
        return new Reopenings(jdbc, clock);
    }

    @Bean
    BankFigures bankFigures(JdbcClient jdbc) {
        return new BankFigures(jdbc);
    }

    @Bean
    Volumes volumes(JdbcClient jdbc) {
        return new Volumes(jdbc);
    }

    @Bean
    BankLines bankLines(
            BankStates states,
            SupportedBanks supported,
            BankNames names,
            BankFigures figures,
            Reopenings reopenings,
            Proposals proposals,
            Actions actions) {
        return new BankLines(states, supported, names, figures, reopenings, proposals, actions);
    }

    @Bean
    WalletFiles walletFiles(
            Holders holders,
            Accounts accounts,
            Entries entries,
            People people,
            Evidences evidences,
            LinkViews links,
            Lines lines,
            Books books) {
        return new WalletFiles(holders, accounts, entries, people, evidences, links, lines, books);
    }

    @Bean
    Frames frames(BankStates states, Projector projector, ServerSettings settings, Proposals proposals) {
        return new Frames(states, projector, settings, proposals);
    }

    @Bean
    WebMvcConfigurer staffArguments(Staff staff) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new StaffArgument(staff));
            }
        };
    }
}
