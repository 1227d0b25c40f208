package sekisho.server.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.server.pages.FormErrors;
import sekisho.server.pages.NotThere;
import sekisho.server.pages.Page;
import sekisho.server.pages.Redirect;
import sekisho.server.pages.Visit;
import sekisho.server.passkey.Passkey;

/** The passkeys of who is signed in. */
@Controller
public final class StaffPasskeyPages {
    static final String PATH = "/console/passkeys";
    private static final String OPTIONS = "sekisho.console.passkey";

    private final Frames frames;
    private final StaffPasskeys passkeys;
    private final Actions actions;

    StaffPasskeyPages(Frames frames, StaffPasskeys passkeys, Actions actions) {
        this.frames = frames;
        this.passkeys = passkeys;
        this.actions = actions;
    }

    /** What is shown. */
    public record Model(Frame frame, List<Passkey> passkeys, String options, FormErrors errors) {}

    @GetMapping(PATH)
    ModelAndView show(Visit visit, StaffMember member, HttpServletRequest request) {
        return Page.of("console/passkeys", visit, model(member, request, FormErrors.NONE));
    }

    @PostMapping(PATH)
    ModelAndView add(Visit visit, StaffMember member, HttpServletRequest request, @RequestParam String credential) {
        var session = request.getSession();
        Object options = session.getAttribute(OPTIONS);
        session.removeAttribute(OPTIONS);
        boolean made = options instanceof PublicKeyCredentialCreationOptions asked
                && passkeys.create(asked, credential, visit.times().brief(visit.now()));
        if (!made) {
            var errors = FormErrors.of(FormErrors.FORM, visit.say("console.passkeys.refused"));
            return Page.again("console/passkeys", visit, model(member, request, errors));
        }
        actions.note(member, ActionKind.ADD_PASSKEY, member.word());
        return Redirect.to(PATH);
    }

    @PostMapping(PATH + "/remove")
    ModelAndView remove(StaffMember member, @RequestParam String passkey) {
        if (passkeys.of(member).stream().noneMatch(known -> known.id().equals(passkey))) {
            throw new NotThere();
        }
        passkeys.remove(member, passkey);
        return Redirect.to(PATH);
    }

    private Model model(StaffMember member, HttpServletRequest request, FormErrors errors) {
        var options = passkeys.creation(member);
        request.getSession().setAttribute(OPTIONS, options);
        return new Model(frames.of(member, "passkeys"), passkeys.of(member), passkeys.json(options, member), errors);
    }
}
