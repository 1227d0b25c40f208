package sekisho.server.wallet.request;

import java.time.InstantSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.server.wallet.WrittenWords;

/** Requests for money as a bean. */
@Configuration(proxyBeanMethods = false)
class RequestConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    MoneyRequests moneyRequests(JdbcClient jdbc, WrittenWords written, InstantSource clock) {
        return new MoneyRequests(jdbc, written, clock);
    }
}
