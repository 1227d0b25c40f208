package sekisho.server.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.protocol.Member;
import sekisho.protocol.Token;
import sekisho.protocol.TrustCommand;
import sekisho.server.pages.FormErrors;
import sekisho.server.pages.NotThere;
import sekisho.server.pages.Page;
import sekisho.server.pages.Redirect;
import sekisho.server.pages.Visit;
import sekisho.server.passkey.EngineForm;
import sekisho.server.passkey.Passkey;
import sekisho.server.wallet.Doings;

/** The passkeys of who is signed in. */
@Controller
public final class StaffPasskeyPages {
    static final String PATH = "/console/passkeys";
    private static final String OPTIONS = "sekisho.console.passkey";

    private final Frames frames;
    private final StaffPasskeys passkeys;
    private final Actions actions;
    private final Enrolments enrolments;
    private final Approvals approvals;
    private final Switches switches;
    private final Doings doings;

    StaffPasskeyPages(
            Frames frames,
            StaffPasskeys passkeys,
            Actions actions,
            Enrolments enrolments,
            Approvals approvals,
            Switches switches,
            Doings doings) {
        this.frames = frames;
        this.passkeys = passkeys;
        this.actions = actions;
        this.enrolments = enrolments;
        this.approvals = approvals;
        this.switches = switches;
        this.doings = doings;
    }

    /**
     * What is shown.
     *
     * @param unknown how many of the passkeys the engine of a founded book does not know
     * @param request for a form
     */
    public record Model(
            Frame frame, List<Passkey> passkeys, int unknown, String request, String options, FormErrors errors) {}

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
        enrolments.byFounders(member);
        return Redirect.to(PATH);
    }

    /** Asks two others to make a passkey known to the engine: from then on it takes what this one signs. */
    @PostMapping(PATH + "/enrol")
    ModelAndView enrol(StaffMember member, @RequestParam String request) {
        Member missing = enrolments.missing(member).stream().findFirst().orElseThrow(NotThere::new);
        var draft = new Proposal.Draft(
                ActionKind.ENROL_STAFF,
                member.word(),
                Actions.Why.NONE,
                new TrustCommand.EnrolStaff(missing),
                PATH,
                member.nameEn() + ", no. " + missing.number());
        int needed = Math.max(1, approvals.needed(draft.command()));
        return Redirect.to(ApprovalPages.path(approvals.propose(member, Doings.id(request), draft, needed)));
    }

    @PostMapping(PATH + "/remove")
    ModelAndView remove(
            Visit visit,
            StaffMember member,
            HttpServletRequest request,
            @RequestParam String passkey,
            @RequestParam("request") String form) {
        if (passkeys.of(member).stream().noneMatch(known -> known.id().equals(passkey))) {
            throw new NotThere();
        }
        Token credential = EngineForm.token(passkey);
        if (!enrolments.knows(member, credential)) {
            passkeys.remove(member, passkey);
            return Redirect.to(PATH);
        }
        return switch (switches.act(by(member, form), removal(member, credential))) {
            case Switches.Result.ToSign(var proposal) -> Redirect.to(ApprovalPages.path(proposal));
            case Switches.Result.Effective _ -> Redirect.to(PATH);
            case Switches.Result.Refused _, Switches.Result.NotDone _, Switches.Result.Unsure _ ->
                Page.again(
                        "console/passkeys",
                        visit,
                        model(member, request, FormErrors.of(FormErrors.FORM, visit.say("console.not-done"))));
        };
    }

    /** From then on the engine takes nothing more that the passkey signs. */
    private static Proposal.Draft removal(StaffMember member, Token credential) {
        return new Proposal.Draft(
                ActionKind.REMOVE_PASSKEY,
                member.word(),
                Actions.Why.NONE,
                new TrustCommand.RemoveStaff(credential),
                PATH,
                member.nameEn());
    }

    private static Switches.By by(StaffMember member, String form) {
        return new Switches.By(member, Actions.Why.NONE, Reason.OTHER, Doings.id(form));
    }

    private Model model(StaffMember member, HttpServletRequest request, FormErrors errors) {
        var options = passkeys.creation(member);
        request.getSession().setAttribute(OPTIONS, options);
        return new Model(
                frames.of(member, "passkeys"),
                passkeys.of(member),
                enrolments.missing(member).size(),
                doings.newId(),
                passkeys.json(options, member),
                errors);
    }
}
