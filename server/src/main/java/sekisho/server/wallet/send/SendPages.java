package sekisho.server.wallet.send;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.protocol.Money;
import sekisho.protocol.RequestId;
import sekisho.protocol.TransferCommand;
import sekisho.server.entrance.Customer;
import sekisho.server.history.AccountState;
import sekisho.server.history.Accounts;
import sekisho.server.json.Forms;
import sekisho.server.notice.Notices;
import sekisho.server.pages.FormErrors;
import sekisho.server.pages.MoneyText;
import sekisho.server.pages.MoneyWords;
import sekisho.server.pages.NotThere;
import sekisho.server.pages.Page;
import sekisho.server.pages.Redirect;
import sekisho.server.pages.Visit;
import sekisho.server.people.Person;
import sekisho.server.wallet.Doings;
import sekisho.server.wallet.Done;
import sekisho.server.wallet.WrittenWords;
import sekisho.server.wallet.request.MoneyRequest;
import sekisho.server.wallet.request.MoneyRequests;

/** Sending money to a person. */
@Controller
public final class SendPages {
    private static final String FORM = "wallet/send";
    private static final String REVIEW = "wallet/send-review";

    private final Payees payees;
    private final PayeeNames names;
    private final Doings doings;
    private final Accounts accounts;
    private final MoneyRequests requests;
    private final Notices notices;
    private final WrittenWords written;

    SendPages(
            Payees payees,
            PayeeNames names,
            Doings doings,
            Accounts accounts,
            MoneyRequests requests,
            Notices notices,
            WrittenWords written) {
        this.payees = payees;
        this.names = names;
        this.doings = doings;
        this.accounts = accounts;
        this.requests = requests;
        this.notices = notices;
        this.written = written;
    }

    /**
     * What is shown.
     *
     * @param ask the request for money that this answers; empty: none
     */
    public record Form(String to, String amount, String words, String ask, long available, FormErrors errors) {}

    /**
     * What is shown.
     *
     * @param as how the payer named the payee
     * @param name masked
     */
    public record Review(
            String request,
            String as,
            String name,
            String initial,
            long yen,
            String words,
            String ask,
            long available,
            FormErrors errors) {}

    @GetMapping("/send")
    ModelAndView form(
            Visit visit,
            Customer customer,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(required = false) @Nullable UUID ask) {
        Optional<MoneyRequest> asked = ask == null ? Optional.empty() : requests.find(ask, customer.person());
        if (ask != null && asked.filter(MoneyRequest::isOpen).isEmpty()) {
            throw new NotThere();
        }
        return Page.of(
                FORM,
                visit,
                new Form(
                        asked.map(request -> request.other().shown()).orElse(named(to)),
                        asked.map(request -> Long.toString(request.amount())).orElse(""),
                        asked.map(MoneyRequest::words).orElse(""),
                        ask == null ? "" : ask.toString(),
                        available(customer),
                        FormErrors.NONE));
    }

    @PostMapping("/send/review")
    ModelAndView review(
            Visit visit,
            Customer customer,
            @RequestParam String to,
            @RequestParam String amount,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String ask) {
        var errors = FormErrors.NONE;
        Payee payee = payees.search(customer, to);
        String wrong = wrong(visit, payee);
        if (!wrong.isEmpty()) {
            errors = errors.with("to", wrong);
        }
        long available = available(customer);
        OptionalLong yen = MoneyText.yen(amount);
        if (yen.isEmpty()) {
            errors = errors.with("amount", visit.say("amount.bad"));
        } else if (yen.getAsLong() > available) {
            errors = errors.with("amount", visit.say("send.amount.too-much", MoneyWords.yen(available)));
        }
        if (!Payees.isWords(words)) {
            errors = errors.with("words", visit.say("send.words.bad"));
        }
        if (!errors.isEmpty() || !(payee instanceof Payee.Found found)) {
            return Page.again(FORM, visit, new Form(to, amount, words, ask, available, errors));
        }
        return Page.of(
                REVIEW,
                visit,
                names.review(visit, found, yen.orElseThrow())
                        .with(doings.newId(), words.strip(), ask, available, FormErrors.NONE));
    }

    @PostMapping("/send")
    ModelAndView send(
            Visit visit,
            Customer customer,
            @RequestParam String request,
            @RequestParam String to,
            @RequestParam String amount,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String ask) {
        RequestId id = Doings.id(request);
        long yen = MoneyText.yen(amount).orElseThrow(NotThere::new);
        if (!Payees.isWords(words)) {
            throw new NotThere();
        }
        Payee named = payees.search(customer, to);
        if (!(named instanceof Payee.Found found)) {
            // Somebody who could receive when the page was made, and cannot any more.
            return again(visit, customer, to, yen, words, ask, FormErrors.of("to", wrong(visit, named)));
        }
        Person payee = found.person();
        UUID asked = ask.isEmpty() ? null : asked(ask);
        if (asked != null && !requests.claim(asked, customer.person(), id)) {
            return Redirect.to("/requests");
        }
        var command = new TransferCommand.Send(
                customer.wallet(), Objects.requireNonNull(payee.wallet()), Money.yen(yen), false, 0);
        return switch (doings.submit(visit, id, command)) {
            case Done.Accepted(var operation, var repeated) -> {
                if (asked != null) {
                    requests.paid(asked, id, operation);
                }
                if (!repeated) {
                    written.keep(operation, words.strip());
                    notices.tell(payee.id(), "received", customer.handle().shown(), MoneyWords.yen(yen));
                }
                yield Redirect.to("/receipt/" + Forms.OPERATION.write().apply(operation));
            }
            case Done.Refused refused -> {
                release(asked, id);
                String field = refused.isAboutTheAmount() ? "amount" : FormErrors.FORM;
                yield again(visit, customer, to, yen, words, ask, FormErrors.of(field, refused.sentence()));
            }
            case Done.NotDone(var sentence) -> {
                release(asked, id);
                yield again(visit, customer, to, yen, words, ask, FormErrors.of(FormErrors.FORM, sentence));
            }
            case Done.Unsure(var sentence) ->
                Page.again(
                        REVIEW,
                        visit,
                        names.review(visit, found, yen)
                                .with(
                                        request,
                                        words,
                                        ask,
                                        available(customer),
                                        FormErrors.of(FormErrors.FORM, sentence)));
        };
    }

    private ModelAndView again(
            Visit visit, Customer customer, String to, long yen, String words, String ask, FormErrors errors) {
        return Page.again(FORM, visit, new Form(to, Long.toString(yen), words, ask, available(customer), errors));
    }

    /** What is wrong with whom the money is to go to; empty: nothing. */
    private static String wrong(Visit visit, Payee payee) {
        return switch (payee) {
            case Payee.Found _ -> "";
            case Payee.Unknown(var key) -> visit.say(key);
            case Payee.TooMany _ -> visit.say("send.phone.too-many");
        };
    }

    private void release(@Nullable UUID ask, RequestId id) {
        if (ask != null) {
            requests.release(ask, id);
        }
    }

    /** A scanned code as people read it: the handle in it. Anything else as it is. */
    private static String named(String to) {
        return ReceiveCode.read(to).map(code -> code.handle().shown()).orElse(to);
    }

    private static UUID asked(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new NotThere();
        }
    }

    private long available(Customer customer) {
        return accounts.find(customer.account()).map(AccountState::available).orElse(0L);
    }
}
