package sekisho.server.shop;

import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import sekisho.gateway.Gateway;
import sekisho.server.banking.BankWork;
import sekisho.server.banking.MerchantAccounts;
import sekisho.server.founding.Founding;
import sekisho.server.history.Accounts;
import sekisho.server.history.BankStates;
import sekisho.server.history.Payments;
import sekisho.server.history.Takings;
import sekisho.server.live.LiveFeed;
import sekisho.server.vault.Vault;

/** Shops as beans. */
@Configuration(proxyBeanMethods = false)
class ShopConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    Shops shops(JdbcClient jdbc, Vault vault, Gateway gateway, InstantSource clock) {
        return new Shops(jdbc, vault, gateway, clock);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Charges charges(JdbcClient jdbc, Payments payments, InstantSource clock) {
        return new Charges(jdbc, payments, clock);
    }

    @Bean
    @DependsOnDatabaseInitialization
    CustomerCodes customerCodes(JdbcClient jdbc, InstantSource clock) {
        return new CustomerCodes(jdbc, clock);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Payouts payouts(JdbcClient jdbc, InstantSource clock) {
        return new Payouts(jdbc, clock);
    }

    @Bean
    PayoutLedger payoutLedger(
            Gateway gateway, Founding founding, Accounts accounts, BankStates banks, MerchantAccounts merchants) {
        return new PayoutLedger(gateway, founding, accounts, banks, merchants);
    }

    @Bean
    PayoutRunner payoutRunner(Payouts payouts, PayoutLedger ledger, MerchantAccounts accounts, LiveFeed live) {
        return new PayoutRunner(payouts, ledger, accounts, live);
    }

    /** Closed before the work at banks, whose connections it uses. */
    @Bean(initMethod = "start")
    @DependsOnDatabaseInitialization
    PayoutCourier payoutCourier(Payouts payouts, PayoutRunner runner, BankWork work) {
        return new PayoutCourier(payouts, runner, work::line);
    }

    @Bean
    DayList dayList(Takings takings) {
        return new DayList(takings);
    }

    @Bean
    ShopCodes shopCodes(Shops shops, Charges charges, InstantSource clock) {
        return new ShopCodes(shops, charges, clock);
    }

    @Bean
    WebMvcConfigurer shopkeeperArguments(Shops shops) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new Shopkeepers(shops));
            }
        };
    }
}
