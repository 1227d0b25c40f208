package sekisho.server.demo;

import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import sekisho.gateway.Gateway;
import sekisho.server.ServerSettings;
import sekisho.server.banking.MerchantAccounts;
import sekisho.server.banking.StoredLinkedAccounts;
import sekisho.server.console.DemoStaff;
import sekisho.server.entrance.Opening;
import sekisho.server.history.Instructions;
import sekisho.server.identity.Assurance;
import sekisho.server.identity.DemoDocuments;
import sekisho.server.identity.Proving;
import sekisho.server.linking.SupportedBanks;
import sekisho.server.people.Contacts;
import sekisho.server.people.People;
import sekisho.server.session.ConsoleHost;
import sekisho.server.shop.Shops;
import sekisho.server.vault.Vault;
import sekisho.server.wallet.request.MoneyRequests;

/** The demo world as beans. They are there always, and do nothing unless the demo is wanted. */
@Configuration(proxyBeanMethods = false)
class DemoConfiguration {

    @Bean
    DemoDoors demoDoors(ServerSettings settings, ConsoleHost console, Environment environment) {
        return new DemoDoors(settings, console, environment);
    }

    @Bean
    @DependsOnDatabaseInitialization
    DemoPeople demoPeople(
            People people,
            Contacts contacts,
            ObjectProvider<DemoDocuments> documents,
            Proving proving,
            Assurance assurance,
            Opening opening,
            Vault vault,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        var papers = new DemoPeople.Papers(documents.getIfAvailable(), proving, assurance);
        return new DemoPeople(new DemoPeople.Registry(contacts, papers, opening, vault, clock, transactions), people);
    }

    @Bean
    @DependsOnDatabaseInitialization
    DemoLife demoLife(Gateway gateway, StoredLinkedAccounts accounts, Instructions instructions, JdbcClient jdbc) {
        return new DemoLife(gateway, accounts, instructions, jdbc);
    }

    @Bean
    DemoSeed demoSeed(
            SupportedBanks banks,
            DemoPeople people,
            DemoLife life,
            DemoStaff staff,
            MoneyRequests requests,
            Shops shops,
            MerchantAccounts accounts) {
        return new DemoSeed(banks, people, life, staff, requests, shops, accounts);
    }
}
