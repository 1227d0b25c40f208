package sekisho.server.linknews;

import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import sekisho.server.ServerSettings;
import sekisho.server.linking.EndingTellers;
import sekisho.server.linking.Endings;
import sekisho.server.notice.ChangeNotices;
import sekisho.server.people.People;
import sekisho.server.projection.Positions;
import sekisho.server.wallet.BankNames;

/** News of links as a bean. */
@Configuration(proxyBeanMethods = false)
class LinkNewsConfiguration {

    @Bean(initMethod = "start")
    @DependsOnDatabaseInitialization
    LinkNews linkNews(
            JdbcClient jdbc,
            ServerSettings settings,
            Positions positions,
            People people,
            ChangeNotices changes,
            BankNames banks,
            Endings endings,
            EndingTellers tellers,
            PlatformTransactionManager transactions) {
        return new LinkNews(
                settings.home(),
                positions,
                new NewsMark(jdbc),
                people,
                changes,
                banks,
                new LinkNews.Ended(endings, tellers),
                new TransactionTemplate(transactions));
    }
}
