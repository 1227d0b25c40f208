package sekisho.server.console;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.bank.description.Rail;
import sekisho.protocol.BankOperation;
import sekisho.protocol.Command;
import sekisho.protocol.TrustCommand;
import sekisho.server.pages.FormErrors;
import sekisho.server.pages.Page;
import sekisho.server.pages.Redirect;
import sekisho.server.pages.Visit;
import sekisho.server.wallet.Doings;

/** Switches of methods, at all banks at once: one person stops one for an operation, two open it again. */
@Controller
public final class MethodPages {
    static final String PATH = "/console/methods";
    private static final int ALL = 0;
    private static final int MOST_METHOD = 255;
    private static final int MOST_ACTIONS = 30;

    private final Frames frames;
    private final Switches switches;
    private final Actions actions;
    private final ActionLines lines;
    private final Doings doings;

    MethodPages(Frames frames, Switches switches, Actions actions, ActionLines lines, Doings doings) {
        this.frames = frames;
        this.switches = switches;
        this.actions = actions;
        this.lines = lines;
        this.doings = doings;
    }

    /** What can be picked: a method's number and word; 0: all. */
    public record Method(int number, String word) {}

    /**
     * What is shown.
     *
     * @param done whether the engine has just done what was signed
     */
    public record Model(
            Frame frame,
            List<Method> methods,
            OrderForm order,
            List<Reason> reasons,
            List<ActionLine> actions,
            FormErrors errors,
            boolean done) {}

    @GetMapping(PATH)
    ModelAndView show(Visit visit, StaffMember member, @RequestParam(defaultValue = "") String done) {
        return Page.of(
                "console/methods", visit, model(visit, member, OrderForm.EMPTY, FormErrors.NONE, !done.isEmpty()));
    }

    @PostMapping(PATH)
    ModelAndView order(
            Visit visit,
            StaffMember member,
            @RequestParam int method,
            @RequestParam BankOperation operation,
            @RequestParam boolean stop,
            OrderForm form) {
        var errors = form.errors(visit);
        if (method < ALL || method > MOST_METHOD) {
            errors = errors.with("method", visit.say("console.pick"));
        }
        if (errors.isEmpty() && form.why().isPresent()) {
            Reason reason = form.why().get();
            var why = Actions.Why.of(reason, form.note().strip());
            Command<?> command = stop
                    ? new TrustCommand.StopMethod(method, operation, reason.code())
                    : new TrustCommand.OpenMethod(method, operation, reason.code());
            var draft = new Proposal.Draft(
                    stop ? ActionKind.STOP_METHOD : ActionKind.OPEN_METHOD,
                    word(method) + " " + operation,
                    why,
                    command,
                    PATH,
                    "");
            var result = switches.act(new Switches.By(member, why, reason, Doings.id(form.request())), draft);
            if (result instanceof Switches.Result.ToSign(var proposal)) {
                return Redirect.to(ApprovalPages.path(proposal));
            }
            errors = Switches.wrong(visit, result);
        }
        return Page.again("console/methods", visit, model(visit, member, form, errors, false));
    }

    private static String word(int method) {
        return Arrays.stream(Rail.values())
                .filter(rail -> rail.method() == method)
                .findFirst()
                .map(Rail::word)
                .orElse(method == ALL ? "*" : Integer.toString(method));
    }

    private Model model(Visit visit, StaffMember member, OrderForm form, FormErrors errors, boolean done) {
        var newest = actions.ofKinds(List.of(ActionKind.STOP_METHOD, ActionKind.OPEN_METHOD), MOST_ACTIONS);
        return new Model(
                frames.of(member, "methods"),
                Arrays.stream(Rail.values())
                        .map(rail -> new Method(rail.method(), rail.word()))
                        .toList(),
                new OrderForm(doings.newId(), form.reason(), form.note()),
                Reason.ofFreezing(),
                lines.of(visit, newest),
                errors,
                done);
    }
}
