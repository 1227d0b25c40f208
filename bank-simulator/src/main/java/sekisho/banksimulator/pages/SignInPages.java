package sekisho.banksimulator.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import sekisho.banksimulator.customers.Identification;
import sekisho.banksimulator.customers.Progress;

/** A customer who comes by themselves, to look at their account. */
@Controller
final class SignInPages {
    private final Reception reception;
    private final AskPages asking;

    SignInPages(Reception reception) {
        this.reception = reception;
        this.asking = new AskPages(reception);
    }

    @GetMapping("/banks/{code}/sign-in")
    ResponseEntity<byte[]> show(@PathVariable String code, HttpServletRequest request) {
        Optional<Office> office = reception.office(code);
        if (office.isEmpty()) {
            return HomePages.nowhere();
        }
        Optional<Visit> before = reception.visit(request, code);
        if (before.isPresent()) {
            Stage stage = before.get().alone(before.get()::stage);
            if (stage instanceof Stage.Inside) {
                return Page.redirect("/banks/" + code + "/account");
            }
            if (stage instanceof Stage.SigningIn(var identification, var _)) {
                return asking.show(request, office.get(), identification, Optional.empty(), AskPages.Trouble.NONE);
            }
        }
        return reception.signIn(request, office.get(), Errand.NONE);
    }

    @PostMapping("/banks/{code}/sign-in/answers")
    ResponseEntity<byte[]> answer(@PathVariable String code, HttpServletRequest request) {
        Optional<Office> office = reception.office(code);
        if (office.isEmpty()) {
            return HomePages.nowhere();
        }
        Optional<Visit> visit = reception.formOf(request, code);
        if (visit.isEmpty()) {
            return reception.message(request, office.get(), HttpStatus.FORBIDDEN, "message.gone");
        }
        return visit.get().alone(() -> answer(request, office.get(), visit.get()));
    }

    @PostMapping("/banks/{code}/sign-in/refusal")
    ResponseEntity<byte[]> refuse(@PathVariable String code, HttpServletRequest request) {
        Optional<Office> office = reception.office(code);
        if (office.isEmpty()) {
            return HomePages.nowhere();
        }
        Optional<Visit> visit = reception.formOf(request, code);
        if (visit.isEmpty()) {
            return reception.message(request, office.get(), HttpStatus.FORBIDDEN, "message.gone");
        }
        reception.visits().end(code, visit.get());
        return Page.redirect("/banks/" + code + "/");
    }

    @PostMapping("/banks/{code}/sign-out")
    ResponseEntity<byte[]> signOut(@PathVariable String code, HttpServletRequest request) {
        return refuse(code, request);
    }

    /** Whether the customer has answered on their device: 200, else 204. For the page that waits. */
    @GetMapping("/banks/{code}/waiting")
    ResponseEntity<byte[]> waiting(@PathVariable String code, HttpServletRequest request) {
        boolean answered = reception
                .visit(request, code)
                .map(visit -> visit.alone(() -> switch (visit.stage()) {
                    case Stage.SigningIn(var identification, var _) -> identification.isAnsweredElsewhere();
                    case Stage.Asked(var _, var identification) -> identification.isAnsweredElsewhere();
                    case Stage.Outside _, Stage.Inside _, Stage.Consenting _ -> true;
                }))
                .orElse(true);
        return Page.headed(answered ? HttpStatus.OK : HttpStatus.NO_CONTENT, java.util.List.of())
                .body(new byte[0]);
    }

    private ResponseEntity<byte[]> answer(HttpServletRequest request, Office office, Visit visit) {
        String code = office.profile().code();
        if (!(visit.stage() instanceof Stage.SigningIn(var identification, var errand))) {
            return Page.redirect("/banks/" + code + "/account");
        }
        return switch (identification.answer(AskPages.typed(request, identification), reception.now())) {
            case Progress.Next() -> Page.redirect("/banks/" + code + "/sign-in");
            case Progress.NotFilledIn(var wrong) ->
                show(request, office, identification, new AskPages.Trouble(wrong, ""));
            case Progress.Waiting() ->
                show(request, office, identification, new AskPages.Trouble(java.util.Set.of(), "notice.waiting"));
            case Progress.Again() ->
                show(request, office, identification, new AskPages.Trouble(java.util.Set.of(), "notice.again"));
            case Progress.Over() -> {
                reception.visits().end(code, visit);
                yield reception.message(request, office, HttpStatus.FORBIDDEN, "message.over");
            }
            case Progress.Identified(var customer) ->
                signedIn(request, office, visit, new Stage.Inside(customer, errand));
        };
    }

    /** Whoever is signed in has another cookie than before. */
    private ResponseEntity<byte[]> signedIn(
            HttpServletRequest request, Office office, Visit before, Stage.Inside inside) {
        String code = office.profile().code();
        reception.visits().end(code, before);
        return reception
                .visits()
                .begin(code, inside)
                .map(visit -> Page.redirect(
                        "/banks/" + code + (inside.errand().linkings() ? "/account/linkings" : "/account"),
                        Reception.cookie(code, visit)))
                .orElseGet(() -> reception.message(request, office, HttpStatus.SERVICE_UNAVAILABLE, "message.busy"));
    }

    private ResponseEntity<byte[]> show(
            HttpServletRequest request, Office office, Identification identification, AskPages.Trouble trouble) {
        return asking.show(request, office, identification, Optional.empty(), trouble);
    }
}
