package sekisho.server.history;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.protocol.BookId;

/** The read side as beans, for the first book. */
@Configuration(proxyBeanMethods = false)
class HistoryConfiguration {
    private static final BookId BOOK = BookId.FIRST;

    @Bean
    Accounts accounts(JdbcClient jdbc) {
        return new Accounts(jdbc, BOOK);
    }

    @Bean
    Entries entries(JdbcClient jdbc) {
        return new Entries(jdbc);
    }

    @Bean
    Flows flows(JdbcClient jdbc) {
        return new Flows(jdbc);
    }

    @Bean
    Holders holders(JdbcClient jdbc) {
        return new Holders(jdbc, BOOK);
    }

    @Bean
    Links links(JdbcClient jdbc) {
        return new Links(jdbc);
    }

    @Bean
    Authenticators authenticators(JdbcClient jdbc) {
        return new Authenticators(jdbc);
    }

    @Bean
    BankStates bankStates(JdbcClient jdbc) {
        return new BankStates(jdbc, BOOK);
    }

    @Bean
    Instructions instructions(JdbcClient jdbc) {
        return new Instructions(jdbc);
    }

    @Bean
    Payments payments(JdbcClient jdbc) {
        return new Payments(jdbc);
    }

    @Bean
    Takings takings(JdbcClient jdbc) {
        return new Takings(jdbc);
    }

    @Bean
    Answers answers(JdbcClient jdbc) {
        return new Answers(jdbc);
    }
}
