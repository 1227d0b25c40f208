package sekisho.banksimulator.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import sekisho.banksimulator.books.Account;
import sekisho.banksimulator.books.BankBooks;
import sekisho.banksimulator.books.EndedBy;
import sekisho.banksimulator.books.Mandate;
import sekisho.banksimulator.customers.Customer;
import sekisho.banksimulator.customers.HeldAccount;
import sekisho.banksimulator.redirect.ResultSigner;

/** What a customer sees of their account: its statement, and who may debit it. */
@Controller
final class AccountPages {
    private static final int PAGE = 100;

    private final Reception reception;
    private final MandateEnds ends;
    private final LinkingLines linkings;

    AccountPages(Reception reception) {
        this.reception = reception;
        this.ends = new MandateEnds(reception);
        this.linkings = new LinkingLines(reception);
    }

    @GetMapping("/banks/{code}/account")
    ResponseEntity<byte[]> statement(@PathVariable String code, HttpServletRequest request) {
        return inside(code, request, (office, inside) -> {
            Customer customer = inside.customer();
            Words words = reception.words(request);
            HeldAccount account = customer.accounts().getFirst();
            long balance = office.books()
                    .account(account.token())
                    .map(Account::balance)
                    .orElse(0L);
            Frame frame = reception.frame(request, office, words.say("account.title"));
            return Page.html(
                    HttpStatus.OK,
                    reception.render(
                            "account.jte",
                            Map.of(
                                    "frame", frame,
                                    "branch",
                                            words.say(office.profile()
                                                    .branch(account.branch())
                                                    .name()),
                                    "number", account.number(),
                                    "balance", words.yen(balance),
                                    "pending", linkings.pending(office, inside),
                                    "lines", lines(office.books(), account, words))));
        });
    }

    @GetMapping("/banks/{code}/account/mandates")
    ResponseEntity<byte[]> mandates(@PathVariable String code, HttpServletRequest request) {
        return inside(code, request, (office, inside) -> {
            Customer customer = inside.customer();
            Words words = reception.words(request);
            Frame frame = reception.frame(request, office, words.say("mandates.title"));
            List<MandateLine> lines = office
                    .books()
                    .mandates(customer.accounts().getFirst().token())
                    .stream()
                    .map(mandate -> line(mandate, words))
                    .toList();
            return Page.html(HttpStatus.OK, reception.render("mandates.jte", Map.of("frame", frame, "lines", lines)));
        });
    }

    @PostMapping("/banks/{code}/account/mandates/{mandate}/end")
    ResponseEntity<byte[]> end(@PathVariable String code, @PathVariable String mandate, HttpServletRequest request) {
        if (reception.formOf(request, code).isEmpty()) {
            return reception
                    .office(code)
                    .map(office -> reception.message(request, office, HttpStatus.FORBIDDEN, "message.gone"))
                    .orElseGet(HomePages::nowhere);
        }
        return inside(code, request, (office, inside) -> {
            Customer customer = inside.customer();
            boolean theirs = office
                    .books()
                    .mandates(customer.accounts().getFirst().token())
                    .stream()
                    .anyMatch(one -> one.token().equals(mandate));
            if (!theirs) {
                return HomePages.nowhere();
            }
            ends.end(
                    office.books(),
                    new ResultSigner(office.secrets().signing(), reception.random()),
                    reception.issuer(request, code),
                    mandate,
                    EndedBy.CUSTOMER);
            return Page.redirect("/banks/" + code + "/account/mandates");
        });
    }

    /** Something that a signed-in customer sees. */
    private interface Sight {
        ResponseEntity<byte[]> of(Office office, Stage.Inside inside);
    }

    private ResponseEntity<byte[]> inside(String code, HttpServletRequest request, Sight sight) {
        Optional<Office> office = reception.office(code);
        if (office.isEmpty()) {
            return HomePages.nowhere();
        }
        Optional<Visit> visit = reception.visit(request, code);
        return visit.isPresent() && visit.get().alone(visit.get()::stage) instanceof Stage.Inside inside
                ? sight.of(office.get(), inside)
                : Page.redirect("/banks/" + code + "/sign-in");
    }

    private List<StatementLine> lines(BankBooks books, HeldAccount account, Words words) {
        return books.lastEntries(account.token(), PAGE).reversed().stream()
                .map(entry -> new StatementLine(
                        words.day(entry.at()),
                        words.time(entry.at()),
                        entry.reference() == 0 ? words.say("account.opening") : shown(entry.text(), words),
                        entry.amount() < 0 ? words.yen(-entry.amount()) : "",
                        entry.amount() >= 0 ? words.yen(entry.amount()) : "",
                        words.yen(entry.balance())))
                .toList();
    }

    private MandateLine line(Mandate mandate, Words words) {
        Mandate.End end = mandate.end();
        return new MandateLine(
                mandate.token(),
                shown(mandate.operator(), words),
                words.day(mandate.since()),
                end == null
                        ? ""
                        : words.say("mandates.ended." + end.by().word(), words.day(end.at()), words.time(end.at())));
    }

    private String shown(String operator, Words words) {
        return reception
                .operator(operator)
                .flatMap(one -> Optional.ofNullable(one.redirect()))
                .map(redirect -> words.say(redirect.shownAs()))
                .orElse(operator);
    }
}
