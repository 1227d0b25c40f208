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
import sekisho.banksimulator.books.EndedBy;
import sekisho.banksimulator.books.Linking;
import sekisho.banksimulator.books.StatementAnswer;
import sekisho.banksimulator.redirect.ResultSigner;

/** Somebody linked a wallet to an account: its holder says here whether it was they. */
@Controller
final class LinkingPages {
    private final Reception reception;
    private final LinkingLines lines;
    private final MandateEnds ends;

    LinkingPages(Reception reception) {
        this.reception = reception;
        this.lines = new LinkingLines(reception);
        this.ends = new MandateEnds(reception);
    }

    /** From the notice to the bank: the same for every key, also one that there is not. */
    @GetMapping("/banks/{code}/notice/{key}")
    ResponseEntity<byte[]> follow(@PathVariable String code, @PathVariable String key, HttpServletRequest request) {
        Optional<Office> office = reception.office(code);
        if (office.isEmpty() || !key.matches("[0-9a-f]{32}")) {
            return HomePages.nowhere();
        }
        var errand = new Errand(true, key);
        Optional<Visit> visit = reception.visit(request, code);
        boolean inside = visit.isPresent()
                && visit.get().alone(() -> {
                    if (visit.get().stage() instanceof Stage.Inside(var customer, var _)) {
                        visit.get().move(new Stage.Inside(customer, errand));
                        return true;
                    }
                    return false;
                });
        return inside
                ? Page.redirect("/banks/" + code + "/account/linkings")
                : reception.signIn(request, office.get(), errand);
    }

    @GetMapping("/banks/{code}/account/linkings")
    ResponseEntity<byte[]> show(@PathVariable String code, HttpServletRequest request) {
        Optional<Office> office = reception.office(code);
        if (office.isEmpty()) {
            return HomePages.nowhere();
        }
        Optional<Stage.Inside> inside = inside(request, code);
        if (inside.isEmpty()) {
            return reception.signIn(request, office.get(), new Errand(true, ""));
        }
        Words words = reception.words(request);
        Frame frame = reception.frame(request, office.get(), words.say("linkings.title"));
        return Page.html(
                HttpStatus.OK,
                reception.render(
                        "linkings.jte", Map.of("frame", frame, "lines", lines.of(office.get(), inside.get(), words))));
    }

    @PostMapping("/banks/{code}/account/linkings/{id}/answer")
    ResponseEntity<byte[]> answer(@PathVariable String code, @PathVariable String id, HttpServletRequest request) {
        Optional<Office> office = reception.office(code);
        if (office.isEmpty()) {
            return HomePages.nowhere();
        }
        if (reception.formOf(request, code).isEmpty()) {
            return reception.message(request, office.get(), HttpStatus.FORBIDDEN, "message.gone");
        }
        Optional<Stage.Inside> inside = inside(request, code);
        if (inside.isEmpty()) {
            return reception.signIn(request, office.get(), new Errand(true, ""));
        }
        Optional<Linking> linking = theirs(office.get(), inside.get(), id);
        String answer = Optional.ofNullable(request.getParameter("answer")).orElse("");
        if (linking.isEmpty() || !List.of("me", "not-me").contains(answer)) {
            return HomePages.nowhere();
        }
        if (answer.equals("not-me")) {
            object(office.get(), linking.get(), reception.issuer(request, code));
        } else if (lines.mayConfirm(office.get(), inside.get(), linking.get())) {
            boolean _ = office.get().books().answer(id, StatementAnswer.CONFIRMED);
        } else {
            return reception.message(request, office.get(), HttpStatus.FORBIDDEN, "message.confirm");
        }
        return Page.redirect("/banks/" + code + "/account/linkings");
    }

    /** An objection ends the mandate too: nothing is debited any more, whatever the operator does. */
    private void object(Office office, Linking linking, String issuer) {
        boolean _ = office.books().answer(linking.id(), StatementAnswer.OBJECTED);
        String mandate = linking.mandate();
        if (mandate != null) {
            var signer = new ResultSigner(office.secrets().signing(), reception.random());
            ends.end(office.books(), signer, issuer, mandate, EndedBy.CUSTOMER);
        }
    }

    private static Optional<Linking> theirs(Office office, Stage.Inside inside, String id) {
        return office.books().linkings(inside.customer().accounts().getFirst().token()).stream()
                .filter(linking -> linking.id().equals(id))
                .findFirst();
    }

    private Optional<Stage.Inside> inside(HttpServletRequest request, String code) {
        return reception
                .visit(request, code)
                .map(visit -> visit.alone(visit::stage))
                .filter(Stage.Inside.class::isInstance)
                .map(Stage.Inside.class::cast);
    }
}
