package sekisho.banksimulator.pages;

import java.util.Objects;
import sekisho.banksimulator.banks.SimulatedBank;
import sekisho.banksimulator.books.BankBooks;
import sekisho.banksimulator.books.Linking;
import sekisho.banksimulator.customers.BankSecrets;
import sekisho.banksimulator.customers.Customer;
import sekisho.banksimulator.customers.Customers;
import sekisho.banksimulator.customers.HeldAccount;
import sekisho.banksimulator.profile.BankProfile;
import sekisho.banksimulator.profile.Named;
import sekisho.banksimulator.redirect.MandateRequest;

/** A bank that has pages. */
record Office(BankProfile profile, Customers customers, BankBooks books, BankSecrets secrets) {

    static Office of(SimulatedBank bank) {
        return new Office(
                Objects.requireNonNull(bank.definition().profile(), "only banks with a profile have pages"),
                bank.customers().orElseThrow(),
                bank.books(),
                bank.secrets());
    }

    /** The name of a customer's account for the operator that asks. */
    String accountToken(MandateRequest wanted, Customer customer) {
        return customers.accountToken(
                wanted.operator().name(), customer.accounts().getFirst());
    }

    /** The key that stands in the notice of a linking, and nowhere else. */
    String noticeKey(Linking linking) {
        return secrets.token("notice", linking.id());
    }

    /** An account as people who are not its holder may see it. */
    Named masked(HeldAccount account) {
        Named branch = profile.branch(account.branch()).name();
        String tail = account.number().substring(account.number().length() - 3);
        return new Named(branch.ja() + "・普通・＊＊＊＊" + tail, branch.en() + ", ordinary, ****" + tail);
    }
}
