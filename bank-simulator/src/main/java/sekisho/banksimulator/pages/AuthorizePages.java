package sekisho.banksimulator.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import sekisho.banksimulator.customers.Identification;
import sekisho.banksimulator.customers.Progress;
import sekisho.banksimulator.profile.Named;
import sekisho.banksimulator.redirect.MandateRequest;
import sekisho.banksimulator.redirect.RequestReading;
import sekisho.banksimulator.redirect.RequestRefusal;

/** Somebody whom an operator sent: identified as this bank does it, asked whether they agree, and sent back. */
@Controller
final class AuthorizePages {
    private final Reception reception;
    private final AskPages asking;
    private final Grants grants;
    private final Results results;

    AuthorizePages(Reception reception) {
        this.reception = reception;
        this.asking = new AskPages(reception);
        this.results = new Results(reception);
        this.grants = new Grants(reception, results);
    }

    @PostMapping("/banks/{code}/authorize")
    ResponseEntity<byte[]> arrive(@PathVariable String code, HttpServletRequest request) throws InterruptedException {
        Optional<Office> office = reception.office(code);
        if (office.isEmpty()) {
            return HomePages.nowhere();
        }
        String signed = Optional.ofNullable(request.getParameter("request")).orElse("");
        return switch (reception.requests().read(signed, reception.issuer(request, code), reception.now())) {
            case RequestReading.Refused(var reason) -> refused(request, office.get(), reason);
            case RequestReading.Accepted(var wanted)
            when isElsewhere(office.get(), wanted) -> refused(request, office.get(), RequestRefusal.WRONG_RAIL);
            case RequestReading.Accepted(var wanted) -> welcome(request, office.get(), wanted);
        };
    }

    @GetMapping("/banks/{code}/authorize")
    ResponseEntity<byte[]> show(@PathVariable String code, HttpServletRequest request) {
        Optional<Office> office = reception.office(code);
        if (office.isEmpty()) {
            return HomePages.nowhere();
        }
        Optional<Visit> visit = reception.visit(request, code);
        return visit.map(one -> one.alone(() -> show(request, office.get(), one, AskPages.Trouble.NONE)))
                .orElseGet(() -> reception.message(request, office.get(), HttpStatus.NOT_FOUND, "message.gone"));
    }

    @PostMapping("/banks/{code}/authorize/answers")
    ResponseEntity<byte[]> answer(@PathVariable String code, HttpServletRequest request) {
        return inVisit(code, request, this::answer);
    }

    @PostMapping("/banks/{code}/authorize/consent")
    ResponseEntity<byte[]> consent(@PathVariable String code, HttpServletRequest request) {
        return inVisit(code, request, this::consent);
    }

    @PostMapping("/banks/{code}/authorize/refusal")
    ResponseEntity<byte[]> refuse(@PathVariable String code, HttpServletRequest request) {
        return inVisit(code, request, this::refuse);
    }

    /** Something that is done alone in a visit. */
    private interface Click {
        ResponseEntity<byte[]> in(HttpServletRequest request, Office office, Visit visit);
    }

    private ResponseEntity<byte[]> inVisit(String code, HttpServletRequest request, Click click) {
        Optional<Office> office = reception.office(code);
        if (office.isEmpty()) {
            return HomePages.nowhere();
        }
        Optional<Visit> visit = reception.formOf(request, code);
        return visit.map(one -> one.alone(() -> click.in(request, office.get(), one)))
                .orElseGet(() -> reception.message(request, office.get(), HttpStatus.FORBIDDEN, "message.gone"));
    }

    private ResponseEntity<byte[]> refused(HttpServletRequest request, Office office, RequestRefusal reason) {
        Words words = reception.words(request);
        Frame frame = reception.frame(request, office, words.say("message.request.title"));
        String text = words.say("message.request.text", reason.name());
        var status = reason == RequestRefusal.BUSY || reason == RequestRefusal.KEYS_NOT_AVAILABLE
                ? HttpStatus.SERVICE_UNAVAILABLE
                : HttpStatus.BAD_REQUEST;
        return Page.html(status, reception.render("message.jte", Map.of("frame", frame, "text", text)));
    }

    /** Accounts are linked by the bank's own rail and by no other; its holder proves who they are on its pages anywhere. */
    private static boolean isElsewhere(Office office, MandateRequest wanted) {
        return !office.profile().rail().equals("web-mandate")
                && wanted.purpose().matches("link|reverify");
    }

    /** A new visit, also for somebody who was signed in: what an operator asks for is proved anew. */
    private ResponseEntity<byte[]> welcome(HttpServletRequest request, Office office, MandateRequest wanted) {
        String code = office.profile().code();
        Named operator = wanted.redirect().shownAs();
        var about = new Named(operator.ja() + "からのお申込み", "Requested by " + operator.en());
        var identification = new Identification(
                office.profile(),
                office.customers(),
                office.books(),
                reception.random(),
                about,
                wanted.matchingNumber());
        reception.visit(request, code).ifPresent(visit -> reception.visits().end(code, visit));
        return reception
                .visits()
                .begin(code, new Stage.Asked(wanted, identification))
                .map(visit -> Page.redirect(
                        "/banks/" + code + "/authorize",
                        Reception.cookie(code, visit),
                        Reception.languageCookie(language(request))))
                .orElseGet(() -> reception.message(request, office, HttpStatus.SERVICE_UNAVAILABLE, "message.busy"));
    }

    /** The language that the operator's page had, or else the one that was chosen here before. */
    private String language(HttpServletRequest request) {
        String wished = Optional.ofNullable(request.getParameter("lang")).orElse("");
        return wished.equals("en") || wished.equals("ja")
                ? wished
                : reception.words(request).language();
    }

    private ResponseEntity<byte[]> show(
            HttpServletRequest request, Office office, Visit visit, AskPages.Trouble trouble) {
        return switch (visit.stage()) {
            case Stage.Asked(var wanted, var identification) ->
                isLate(wanted)
                        ? sendBack(request, office, visit, wanted, "expired", attempted(office, wanted, identification))
                        : asking.show(request, office, identification, Optional.of(wanted), trouble);
            case Stage.Consenting consenting -> consentPage(request, office, consenting);
            case Stage.Outside _, Stage.SigningIn _, Stage.Inside _ ->
                reception.message(request, office, HttpStatus.NOT_FOUND, "message.gone");
        };
    }

    private ResponseEntity<byte[]> answer(HttpServletRequest request, Office office, Visit visit) {
        if (!(visit.stage() instanceof Stage.Asked(var wanted, var identification)) || isLate(wanted)) {
            return Page.redirect("/banks/" + office.profile().code() + "/authorize");
        }
        return switch (identification.answer(AskPages.typed(request, identification), reception.now())) {
            case Progress.Next() -> Page.redirect("/banks/" + office.profile().code() + "/authorize");
            case Progress.NotFilledIn(var wrong) -> show(request, office, visit, new AskPages.Trouble(wrong, ""));
            case Progress.Waiting() -> show(request, office, visit, new AskPages.Trouble(Set.of(), "notice.waiting"));
            case Progress.Again() -> show(request, office, visit, new AskPages.Trouble(Set.of(), "notice.again"));
            case Progress.Over() ->
                sendBack(request, office, visit, wanted, "not-identified", attempted(office, wanted, identification));
            case Progress.Identified(var customer) -> {
                visit.move(new Stage.Consenting(wanted, customer, reception.now()));
                yield Page.redirect("/banks/" + office.profile().code() + "/authorize");
            }
        };
    }

    private ResponseEntity<byte[]> consent(HttpServletRequest request, Office office, Visit visit) {
        if (!(visit.stage() instanceof Stage.Consenting consenting)) {
            return Page.redirect("/banks/" + office.profile().code() + "/authorize");
        }
        MandateRequest wanted = consenting.request();
        if (isLate(wanted)) {
            Optional<String> account = Optional.of(office.accountToken(wanted, consenting.customer()));
            return sendBack(request, office, visit, wanted, "expired", account);
        }
        return leave(
                office.profile().code(),
                visit,
                wanted,
                grants.grant(
                        reception.issuer(request, office.profile().code()),
                        office,
                        consenting,
                        Identification.factors(office.profile())));
    }

    private ResponseEntity<byte[]> refuse(HttpServletRequest request, Office office, Visit visit) {
        return switch (visit.stage()) {
            case Stage.Asked(var wanted, var identification) ->
                sendBack(request, office, visit, wanted, "declined", attempted(office, wanted, identification));
            case Stage.Consenting consenting -> {
                Optional<String> account =
                        Optional.of(office.accountToken(consenting.request(), consenting.customer()));
                yield sendBack(request, office, visit, consenting.request(), "declined", account);
            }
            case Stage.Outside _, Stage.SigningIn _, Stage.Inside _ ->
                Page.redirect("/banks/" + office.profile().code() + "/");
        };
    }

    private ResponseEntity<byte[]> consentPage(HttpServletRequest request, Office office, Stage.Consenting consenting) {
        Words words = reception.words(request);
        var account = consenting.customer().accounts().getFirst();
        MandateRequest wanted = consenting.request();
        String purpose = "consent." + wanted.purpose();
        Frame frame = reception.frame(request, office, words.say(purpose + ".title"), AskPages.road(words), 2);
        var view = RequestView.of(wanted, words.say(office.masked(account)), words);
        return Page.html(
                HttpStatus.OK,
                reception.render(
                        "consent.jte",
                        Map.of(
                                "frame", frame,
                                "view", view,
                                "text",
                                        words.say(
                                                purpose + ".text",
                                                words.say(wanted.redirect().shownAs())),
                                "agree", words.say(purpose + ".agree"),
                                "compared", compared(wanted, office, words))),
                wanted.redirect().returns());
    }

    /** What the operator asked the bank to compare, in words. */
    private static String compared(MandateRequest wanted, Office office, Words words) {
        return String.join(
                words.say("and"),
                wanted.compared().keySet().stream()
                        .map(attribute -> attribute.replace('_', '-'))
                        .filter(office.profile().compares()::contains)
                        .sorted()
                        .map(attribute -> words.say("attribute." + attribute))
                        .toList());
    }

    private ResponseEntity<byte[]> sendBack(
            HttpServletRequest request,
            Office office,
            Visit visit,
            MandateRequest wanted,
            String result,
            Optional<String> account) {
        return leave(
                office.profile().code(),
                visit,
                wanted,
                results.refused(reception.issuer(request, office.profile().code()), office, wanted, result, account));
    }

    private ResponseEntity<byte[]> leave(String code, Visit visit, MandateRequest wanted, String result) {
        visit.move(new Stage.Outside());
        reception.visits().end(code, visit);
        String separator = wanted.returnTo().getRawQuery() == null ? "?" : "&";
        return Page.redirect(wanted.returnTo() + separator + "result=" + result);
    }

    private static Optional<String> attempted(Office office, MandateRequest wanted, Identification identification) {
        return identification
                .named()
                .map(answers ->
                        office.customers().accountToken(wanted.operator().name(), answers));
    }

    private boolean isLate(MandateRequest wanted) {
        Instant now = reception.now();
        return !now.isBefore(wanted.expires());
    }
}
