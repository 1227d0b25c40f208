package sekisho.server.console;

import java.time.InstantSource;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.protocol.RequestId;
import sekisho.server.json.Forms;
import sekisho.server.pages.FormErrors;
import sekisho.server.pages.NotThere;
import sekisho.server.pages.Page;
import sekisho.server.pages.Redirect;
import sekisho.server.pages.Visit;
import sekisho.server.wallet.Doings;

/** What waits for signatures, and the place to sign it. */
@Controller
public final class ApprovalPages {
    static final String PATH = "/console/approvals";

    private final Frames frames;
    private final Proposals proposals;
    private final ApprovalLines lines;
    private final Approvals approvals;
    private final Enrolments enrolments;
    private final StaffPasskeys passkeys;
    private final InstantSource clock;

    ApprovalPages(
            Frames frames,
            Proposals proposals,
            ApprovalLines lines,
            Approvals approvals,
            Enrolments enrolments,
            StaffPasskeys passkeys,
            InstantSource clock) {
        this.frames = frames;
        this.proposals = proposals;
        this.lines = lines;
        this.approvals = approvals;
        this.enrolments = enrolments;
        this.passkeys = passkeys;
        this.clock = clock;
    }

    /** What waits. */
    public record ListModel(Frame frame, List<ApprovalLine> lines) {}

    /**
     * One of them.
     *
     * @param options for the passkey; empty: it cannot be signed any more, or by this member
     * @param why the key of why not; empty: it can
     */
    public record Model(Frame frame, ApprovalLine line, String options, String why, FormErrors errors) {}

    static String path(RequestId proposal) {
        return PATH + "/" + Forms.REQUEST.write().apply(proposal);
    }

    @GetMapping(PATH)
    ModelAndView all(Visit visit, StaffMember member) {
        return Page.of(
                "console/approvals", visit, new ListModel(frames.of(member, "approvals"), lines.all(visit, member)));
    }

    @GetMapping(PATH + "/{proposal}")
    ModelAndView show(Visit visit, StaffMember member, @PathVariable String proposal) {
        enrolments.byFounders(member);
        return Page.of("console/approval", visit, model(visit, member, find(proposal), FormErrors.NONE));
    }

    @PostMapping(PATH + "/{proposal}")
    ModelAndView sign(Visit visit, StaffMember member, @PathVariable String proposal, @RequestParam String credential) {
        Proposal found = find(proposal);
        String wrong = switch (approvals.sign(member, found, credential)) {
            case Approvals.Result.Effective _, Approvals.Result.Waits _ -> "";
            case Approvals.Result.Refused(var refusal) -> ApprovalLines.sentence(visit, refusal.name());
            case Approvals.Result.NotSigned _ -> visit.say("console.approval.not-signed");
            case Approvals.Result.NotDone _ -> visit.say("console.not-done");
            case Approvals.Result.Unsure _ -> visit.say("console.unsure");
        };
        if (!wrong.isEmpty()) {
            var errors = FormErrors.of(FormErrors.FORM, wrong);
            return Page.of(
                    "console/approval", visit, model(visit, member, find(proposal), errors), HttpStatus.CONFLICT);
        }
        Proposal now = find(proposal);
        return now.ended() == null
                ? Redirect.to(path(now.id()))
                : Redirect.to(
                        now.draft().place() + "?done=" + Forms.REQUEST.write().apply(now.id()));
    }

    private Model model(Visit visit, StaffMember member, Proposal proposal, FormErrors errors) {
        ApprovalLine line = ApprovalLines.line(visit, member, proposal);
        String why = whyNot(member, proposal, line);
        return new Model(
                frames.of(member, "approvals"),
                line,
                why.isEmpty() ? passkeys.json(passkeys.request(member, proposal.challenge())) : "",
                why,
                errors);
    }

    private String whyNot(StaffMember member, Proposal proposal, ApprovalLine line) {
        if (!proposal.waits(clock.instant())) {
            return "DONE".equals(proposal.ended()) ? "console.approval.done" : "console.approval.over";
        }
        if (line.own()) {
            return "console.approval.own";
        }
        if (passkeys.of(member).isEmpty()) {
            return "console.approval.no-passkey";
        }
        return enrolments.missing(member).size() == passkeys.of(member).size() ? "console.approval.not-enrolled" : "";
    }

    private Proposal find(String proposal) {
        return proposals.find(Doings.id(proposal)).orElseThrow(NotThere::new);
    }
}
