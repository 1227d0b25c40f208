package sekisho.server.entrance;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.server.budget.Budgets;
import sekisho.server.budget.Purpose;
import sekisho.server.pages.FormErrors;
import sekisho.server.pages.Page;
import sekisho.server.pages.Redirect;
import sekisho.server.pages.Visit;
import sekisho.server.passkey.Assertion;
import sekisho.server.passkey.RelyingParty;
import sekisho.server.people.People;
import sekisho.server.session.Entrance;

/** Signing in with a passkey, and out. */
@Controller
public final class SignInPages {
    private static final String OPTIONS = "sekisho.sign-in";
    private static final String TEMPLATE = "entrance/sign-in";

    private final RelyingParty party;
    private final Entrance entrance;
    private final NewDevices devices;
    private final People people;
    private final Budgets budgets;

    SignInPages(RelyingParty party, Entrance entrance, NewDevices devices, People people, Budgets budgets) {
        this.party = party;
        this.entrance = entrance;
        this.devices = devices;
        this.people = people;
        this.budgets = budgets;
    }

    /**
     * What is shown.
     *
     * @param options JSON for the browser
     */
    public record Model(String options, FormErrors errors) {}

    @GetMapping("/")
    ModelAndView begin(Visit visit) {
        return Redirect.to(visit.person() == null ? "/sign-in" : "/home");
    }

    @GetMapping("/sign-in")
    ModelAndView show(Visit visit, HttpServletRequest request) {
        return visit.person() == null
                ? Page.of(TEMPLATE, visit, new Model(newOptions(request), FormErrors.NONE))
                : Redirect.to("/home");
    }

    @PostMapping("/sign-in")
    ModelAndView enter(
            Visit visit, HttpServletRequest request, HttpServletResponse response, @RequestParam String credential) {
        budgets.require(Purpose.SIGN_IN, request.getRemoteAddr());
        var session = request.getSession();
        Object options = session.getAttribute(OPTIONS);
        session.removeAttribute(OPTIONS);
        Optional<Assertion> assertion = options instanceof PublicKeyCredentialRequestOptions asked
                ? party.check(asked, credential)
                : Optional.empty();
        if (assertion.isEmpty()
                || people.find(assertion.get().person())
                        .filter(person -> person.closedAt() == null)
                        .isEmpty()) {
            var errors = FormErrors.of(FormErrors.FORM, visit.say("sign-in.refused"));
            return Page.of(TEMPLATE, visit, new Model(newOptions(request), errors), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        entrance.enter(request, response, assertion.get().person());
        devices.entered(request, assertion.get());
        return Redirect.to("/home");
    }

    @PostMapping("/sign-out")
    ModelAndView leave(HttpServletRequest request) {
        entrance.leave(request);
        return Redirect.to("/sign-in");
    }

    private String newOptions(HttpServletRequest request) {
        var options = party.request(Bytes.random(), List.of());
        request.getSession().setAttribute(OPTIONS, options);
        return party.json(options);
    }
}
