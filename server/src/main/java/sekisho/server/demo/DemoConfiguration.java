package sekisho.server.demo;

import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;
import sekisho.gateway.Gateway;
import sekisho.server.ServerSettings;
import sekisho.server.banking.MerchantAccounts;
import sekisho.server.banking.StoredLinkedAccounts;
import sekisho.server.console.DemoStaff;
import sekisho.server.entrance.Opening;
import sekisho.server.founding.Books;
import sekisho.server.founding.Founding;
import sekisho.server.founding.SoftKeys;
import sekisho.server.history.Holders;
import sekisho.server.history.Instructions;
import sekisho.server.history.Links;
import sekisho.server.identity.Assurance;
import sekisho.server.identity.DemoDocuments;
import sekisho.server.identity.Issuer;
import sekisho.server.identity.PersonTokens;
import sekisho.server.identity.Proving;
import sekisho.server.linking.BankDescriptions;
import sekisho.server.linking.DescriptionFollower;
import sekisho.server.linking.KeptAccounts;
import sekisho.server.linking.SupportedBanks;
import sekisho.server.passkey.Passkeys;
import sekisho.server.passkey.RelyingParty;
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
            Telephones telephones,
            Holders holders,
            Gateway gateway,
            Vault vault,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        var papers = new DemoPeople.Papers(documents.getIfAvailable(), proving, assurance);
        var registry = new DemoPeople.Registry(
                contacts, papers, opening, telephones, holders, gateway, vault, clock, transactions);
        return new DemoPeople(registry, people);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Telephones telephones(SoftKeys keys, Passkeys passkeys, RelyingParty party, InstantSource clock) {
        return new Telephones(keys, passkeys, party, clock);
    }

    @Bean
    DemoEngine demoEngine(Gateway gateway) {
        return new DemoEngine(gateway);
    }

    @Bean
    @DependsOnDatabaseInitialization
    DemoLinks demoLinks(
            DemoEngine engine,
            Telephones telephones,
            PersonTokens tokens,
            KeptAccounts accounts,
            Links links,
            InstantSource clock) {
        return new DemoLinks(engine, telephones, tokens, accounts, links, clock);
    }

    @Bean
    @DependsOnDatabaseInitialization
    DemoOwners demoOwners(
            DemoEngine engine,
            Telephones telephones,
            Issuer issuer,
            DemoLinks links,
            StoredLinkedAccounts accounts,
            InstantSource clock) {
        return new DemoOwners(engine, telephones, issuer, links, accounts, clock);
    }

    @Bean
    @DependsOnDatabaseInitialization
    DemoLife demoLife(Gateway gateway, DemoLinks links, Instructions instructions) {
        return new DemoLife(gateway, links, instructions);
    }

    @Bean
    DemoSeed demoSeed(
            Books books,
            Founding founding,
            Issuer issuer,
            SupportedBanks banks,
            BankDescriptions descriptions,
            DemoPeople people,
            DemoLife life,
            DemoStaff staff,
            MoneyRequests requests,
            Shops shops,
            MerchantAccounts accounts) {
        return new DemoSeed(
                books, founding, issuer, banks, descriptions, people, life, staff, requests, shops, accounts);
    }

    /** A bank that does not exist asks what its description says. */
    @Bean
    DescriptionFollower demoBanksFollow(DemoSeed seed) {
        return description ->
                seed.bank(description.bank()).ifPresent(bank -> bank.follows().accept(description));
    }
}
