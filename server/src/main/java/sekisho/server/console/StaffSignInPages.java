package sekisho.server.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
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
import sekisho.server.session.Entrance;

/** The console's door. */
@Controller
public final class StaffSignInPages {
    static final String PATH = "/console/sign-in";
    private static final String TEMPLATE = "console/sign-in";
    private static final String OPTIONS = "sekisho.console.sign-in";

    private final StaffPasskeys passkeys;
    private final Staff staff;
    private final StaffEntrance door;
    private final Entrance entrance;
    private final Budgets budgets;

    StaffSignInPages(StaffPasskeys passkeys, Staff staff, StaffEntrance door, Entrance entrance, Budgets budgets) {
        this.passkeys = passkeys;
        this.staff = staff;
        this.door = door;
        this.entrance = entrance;
        this.budgets = budgets;
    }

    /** What is shown. */
    public record Model(String options, FormErrors errors) {}

    @GetMapping(PATH)
    ModelAndView show(Visit visit, HttpServletRequest request) {
        return Page.of(TEMPLATE, visit, new Model(newOptions(request), FormErrors.NONE));
    }

    @PostMapping(PATH)
    ModelAndView enter(
            Visit visit, HttpServletRequest request, HttpServletResponse response, @RequestParam String credential) {
        budgets.require(Purpose.SIGN_IN, "console " + request.getRemoteAddr());
        var session = request.getSession();
        Object options = session.getAttribute(OPTIONS);
        session.removeAttribute(OPTIONS);
        Optional<StaffMember> member = options instanceof PublicKeyCredentialRequestOptions asked
                ? passkeys.check(asked, credential).flatMap(staff::find)
                : Optional.empty();
        if (member.isEmpty()) {
            var errors = FormErrors.of(FormErrors.FORM, visit.say("console.sign-in.refused"));
            return Page.of(TEMPLATE, visit, new Model(newOptions(request), errors), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        door.enter(request, response, member.get());
        return Redirect.to(BoardPages.PATH);
    }

    @PostMapping("/console/sign-out")
    ModelAndView leave(HttpServletRequest request) {
        entrance.leave(request);
        return Redirect.to(PATH);
    }

    private String newOptions(HttpServletRequest request) {
        var options = passkeys.request();
        request.getSession().setAttribute(OPTIONS, options);
        return passkeys.json(options);
    }
}
