package sekisho.banksimulator.pages;

import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import sekisho.banksimulator.books.Linking;
import sekisho.banksimulator.books.StatementAnswer;
import sekisho.banksimulator.books.StatementPurpose;
import sekisho.banksimulator.books.StatementTerms;
import sekisho.banksimulator.customers.Customer;
import sekisho.banksimulator.customers.Message;
import sekisho.banksimulator.profile.Named;
import sekisho.banksimulator.profile.Telling;
import sekisho.banksimulator.redirect.MandateRequest;

/** Tells holders what was done with their account, by the channel that their bank uses, and keeps whether it arrived. */
final class HolderNotices {
    private static final int ID_BYTES = 16;

    private final Reception reception;

    HolderNotices(Reception reception) {
        this.reception = reception;
    }

    /** A mandate was given, or something else was agreed to. */
    void tellAgreed(Office office, Stage.Consenting consenting) {
        Named operator = operator(consenting);
        boolean _ = send(
                office,
                consenting.customer(),
                new Named(
                        operator.ja() + "の口座連携を受け付けました。お心当たりがなければ、当行のページから解除できます。",
                        "your account is now linked to " + operator.en()
                                + ". If this was not you, end it on our pages."),
                "");
    }

    /** Somebody proved to an operator that the account is theirs, who may be no customer there. */
    void tellProved(Office office, Stage.Consenting consenting) {
        Named operator = operator(consenting);
        Named words = consenting.request().purpose().equals("unlock")
                ? new Named(
                        operator.ja() + "での口座ロックの解除を受け付けました。解除は72時間後です。お心当たりがなければ、" + operator.ja()
                                + "の窓口ページから再びロックしてください。",
                        "you asked " + operator.en()
                                + " to lift the lock on your account. It takes 72 hours. If this was not you, lock it again on their page.")
                : new Named(
                        operator.ja() + "に、この口座があなたのものであることを伝えました。お心当たりがなければ、当行へご連絡ください。",
                        "we told " + operator.en()
                                + " that this account is yours. If this was not you, please contact us.");
        boolean _ = send(office, consenting.customer(), words, "");
    }

    /** Somebody was identified who is not the person that the operator knows. */
    void tellUnmatched(Office office, Stage.Consenting consenting) {
        Named operator = operator(consenting);
        boolean _ = send(
                office,
                consenting.customer(),
                new Named(
                        operator.ja() + "からの連携は、お名義が一致しないため行われませんでした。お心当たりがなければ、当行へご連絡ください。",
                        "your account was not linked to " + operator.en()
                                + ": it is in another name. If this was not you, please contact us."),
                "");
    }

    /** A wallet of the same person, as far as this bank can tell, was linked: its holder is asked about it. */
    void tellLinked(Office office, Stage.Consenting consenting, StatementTerms terms, @Nullable String mandate) {
        MandateRequest wanted = consenting.request();
        Customer customer = consenting.customer();
        Instant now = reception.now();
        Telling tells = office.profile().tells();
        boolean young = tells.contactChanges() && office.customers().isContactYoung(customer, now);
        var linking = new Linking(
                nextId(),
                wanted.operator().name(),
                customer.accounts().getFirst().token(),
                office.accountToken(wanted, customer),
                mandate,
                terms,
                young,
                now.toEpochMilli(),
                null);
        office.books().link(linking);
        Named operator = operator(consenting);
        boolean arrived = send(
                office,
                customer,
                new Named(
                        "お客さまの口座が" + operator.ja() + "のウォレットに連携されました。ご本人のお手続きかどうか、お知らせください。",
                        "a wallet at " + operator.en()
                                + " was linked to your account. Please tell us whether it was you."),
                "/banks/" + office.profile().code() + "/notice/" + office.noticeKey(linking));
        @Nullable StatementAnswer said = said(tells, young, arrived);
        if (said != null) {
            office.books().say(linking.id(), StatementPurpose.NOTICE, said);
        }
    }

    /** What this bank can say of a notice; null: nothing. Who has no proof that it arrived never says that it did. */
    private static @Nullable StatementAnswer said(Telling tells, boolean young, boolean arrived) {
        if (!tells.tells()) {
            return null;
        }
        if (!arrived) {
            return StatementAnswer.UNDELIVERED;
        }
        if (young) {
            return StatementAnswer.YOUNG_CONTACT;
        }
        return tells.proof() ? StatementAnswer.DELIVERED : null;
    }

    /** Whether it arrived. */
    private boolean send(Office office, Customer customer, Named text, String link) {
        Telling tells = office.profile().tells();
        if (!tells.tells()) {
            return false;
        }
        Named bank = office.profile().name();
        var message = new Message(
                reception.now(),
                new Named("【" + bank.ja() + "】" + text.ja(), bank.en() + ": " + text.en()),
                tells.channel(),
                link);
        return office.customers().device(customer).deliver(message);
    }

    private static Named operator(Stage.Consenting consenting) {
        return consenting.request().redirect().shownAs();
    }

    private String nextId() {
        byte[] bytes = new byte[ID_BYTES];
        reception.random().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
