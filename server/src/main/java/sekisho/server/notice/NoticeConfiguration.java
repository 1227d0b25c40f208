package sekisho.server.notice;

import java.time.InstantSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notices as beans. */
@Configuration(proxyBeanMethods = false)
class NoticeConfiguration {

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
}
