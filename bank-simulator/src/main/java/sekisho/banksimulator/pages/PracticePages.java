package sekisho.banksimulator.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import sekisho.banksimulator.books.Account;
import sekisho.banksimulator.customers.Customer;
import sekisho.banksimulator.profile.Ask;

/** What the made-up customers of a bank know, for whoever practises. */
@Controller
final class PracticePages {
    private final Reception reception;

    PracticePages(Reception reception) {
        this.reception = reception;
    }

    @GetMapping("/banks/{code}/practice")
    ResponseEntity<byte[]> show(@PathVariable String code, HttpServletRequest request) {
        Optional<Office> office = reception.office(code);
        if (office.isEmpty() || !reception.practice()) {
            return HomePages.nowhere();
        }
        Words words = reception.words(request);
        Frame frame = reception.frame(request, office.get(), words.say("practice.title"));
        List<Learner> learners = office.get().customers().all().stream()
                .map(customer -> learner(office.get(), customer, words))
                .toList();
        return Page.html(HttpStatus.OK, reception.render("practice.jte", Map.of("frame", frame, "learners", learners)));
    }

    private static Learner learner(Office office, Customer customer, Words words) {
        var known = new ArrayList<KnownAnswer>();
        for (Ask ask : askedAnywhere(office)) {
            if (!ask.dynamic()) {
                known.add(new KnownAnswer(
                        ask.word(),
                        words.say(
                                "ask." + ask.word(), words.say(office.profile().name())),
                        value(office, customer, ask)));
            }
        }
        String name =
                words.english() ? customer.person().latin() : customer.person().kanji();
        return new Learner(name, "/banks/" + office.profile().code() + "/device/" + customer.deviceKey(), known);
    }

    /** What the bank asks, and what an operator is told of an account where its customers go to no page. */
    private static Set<Ask> askedAnywhere(Office office) {
        var asked = new LinkedHashSet<Ask>(office.profile().asks());
        if (!office.profile().rail().equals("web-mandate")) {
            asked.addAll(List.of(Ask.BRANCH, Ask.ACCOUNT, Ask.NAME_KANA));
        }
        return asked;
    }

    private static String value(Office office, Customer customer, Ask ask) {
        var account = customer.accounts().getFirst();
        var person = customer.person();
        return switch (ask) {
            case BRANCH -> account.branch();
            case ACCOUNT -> account.number();
            case LOGIN -> customer.login();
            case PASSWORD -> customer.password();
            case NAME_KANA -> person.kana();
            case CARD_PIN -> customer.cardPin();
            case BIRTH_DATE -> person.birthDate().toString();
            case PHONE_TAIL -> person.phone().substring(person.phone().length() - 4);
            case LAST_BALANCE ->
                Long.toString(office.books()
                        .account(account.token())
                        .map(Account::balance)
                        .orElse(0L));
            case GRID_CARD, SMS_CODE, APP_CODE, TOKEN_CODE, CALL_BACK, APP_APPROVAL, APP_FACE, STATEMENT_CODE -> "";
        };
    }
}
