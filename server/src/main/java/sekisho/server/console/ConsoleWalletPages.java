package sekisho.server.console;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.protocol.CheckpointCommand;
import sekisho.protocol.OperationId;
import sekisho.protocol.RequestId;
import sekisho.protocol.WalletId;
import sekisho.server.json.BadValue;
import sekisho.server.json.Forms;
import sekisho.server.pages.FormErrors;
import sekisho.server.pages.NotThere;
import sekisho.server.pages.Page;
import sekisho.server.pages.Redirect;
import sekisho.server.pages.Visit;
import sekisho.server.people.Handle;
import sekisho.server.people.People;
import sekisho.server.wallet.Doings;

/** Finding a wallet, looking at it, freezing it. */
@Controller
public final class ConsoleWalletPages {
    private static final String PATH = "/console/wallets";
    private static final int LONGEST_NOTE = 200;
    private static final int MOST_ACTIONS = 30;

    private final Frames frames;
    private final People people;
    private final WalletFiles files;
    private final Switches switches;
    private final Actions actions;
    private final ActionLines lines;
    private final Doings doings;

    ConsoleWalletPages(
            Frames frames,
            People people,
            WalletFiles files,
            Switches switches,
            Actions actions,
            ActionLines lines,
            Doings doings) {
        this.frames = frames;
        this.people = people;
        this.files = files;
        this.switches = switches;
        this.actions = actions;
        this.lines = lines;
        this.doings = doings;
    }

    public record FindModel(Frame frame, String query, boolean missing) {}

    /** A form as it was filled in. */
    public record Filled(String reason, String note, FormErrors errors) {
        static final Filled NOT = new Filled("", "", FormErrors.NONE);
    }

    /**
     * What is shown.
     *
     * @param took until the engine had frozen or unfrozen it; null: nothing was done
     */
    public record Model(
            Frame frame,
            WalletFile wallet,
            List<ActionLine> actions,
            List<Reason> reasons,
            String request,
            Filled filled,
            @Nullable String took) {}

    @GetMapping(PATH)
    ModelAndView find(Visit visit, StaffMember member, @RequestParam(defaultValue = "") String query) {
        if (query.isBlank()) {
            return Page.of("console/wallets", visit, new FindModel(frames.of(member, "wallets"), "", false));
        }
        Optional<WalletId> found = wallet(query.strip());
        return found.filter(files::isThere).isPresent()
                ? Redirect.to(PATH + "/" + Forms.WALLET.write().apply(found.get()))
                : Page.of(
                        "console/wallets",
                        visit,
                        new FindModel(frames.of(member, "wallets"), query, true),
                        HttpStatus.NOT_FOUND);
    }

    @GetMapping(PATH + "/{wallet}")
    ModelAndView show(
            Visit visit,
            StaffMember member,
            @PathVariable WalletId wallet,
            @RequestParam(defaultValue = "") String done) {
        actions.note(member, ActionKind.LOOK_AT_WALLET, Forms.WALLET.write().apply(wallet));
        return Page.of("console/wallet", visit, model(visit, member, wallet, Filled.NOT, done));
    }

    @PostMapping(PATH + "/{wallet}/freeze")
    ModelAndView freeze(
            Visit visit,
            StaffMember member,
            @PathVariable WalletId wallet,
            @RequestParam String request,
            @RequestParam String reason,
            @RequestParam String note) {
        return change(visit, member, wallet, new Form(Doings.id(request), reason, note), false);
    }

    @PostMapping(PATH + "/{wallet}/unfreeze")
    ModelAndView unfreeze(
            Visit visit,
            StaffMember member,
            @PathVariable WalletId wallet,
            @RequestParam String request,
            @RequestParam String reason,
            @RequestParam String note) {
        var form = new Form(Doings.id(request), reason, note);
        if (!member.supervises()) {
            var errors = FormErrors.of(FormErrors.FORM, visit.say("console.unfreeze.supervisor"));
            return Page.of(
                    "console/wallet",
                    visit,
                    model(visit, member, wallet, new Filled(reason, note, errors), ""),
                    HttpStatus.FORBIDDEN);
        }
        return change(visit, member, wallet, form, true);
    }

    /** Stops one link of the wallet; its owner is told. */
    @PostMapping(PATH + "/{wallet}/links/{link}/suspend")
    ModelAndView suspend(
            Visit visit,
            StaffMember member,
            @PathVariable WalletId wallet,
            @PathVariable String link,
            @RequestParam String request) {
        var reason = Reason.WALLET_FRAUD;
        String code = Forms.WALLET.write().apply(wallet);
        var why = Actions.Why.of(reason, "");
        var draft = new Proposal.Draft(
                ActionKind.SUSPEND_LINK,
                code,
                why,
                new CheckpointCommand.Suspend(wallet, link(link), reason.code()),
                PATH + "/" + code,
                link);
        var result = switches.act(new Switches.By(member, why, reason, Doings.id(request)), draft);
        return result instanceof Switches.Result.ToSign(var proposal)
                ? Redirect.to(ApprovalPages.path(proposal))
                : Page.again(
                        "console/wallet",
                        visit,
                        model(visit, member, wallet, new Filled("", "", Switches.wrong(visit, result)), ""));
    }

    private static OperationId link(String text) {
        try {
            return Forms.OPERATION.parse(text);
        } catch (BadValue notOne) {
            throw new NotThere();
        }
    }

    private record Form(RequestId request, String reason, String note) {}

    private ModelAndView change(Visit visit, StaffMember member, WalletId wallet, Form form, boolean lift) {
        if (!files.isThere(wallet)) {
            throw new NotThere();
        }
        var errors = FormErrors.NONE;
        var why = Reason.of(form.reason()).filter(Reason.ofFreezing()::contains);
        if (why.isEmpty()) {
            errors = errors.with("reason", visit.say("console.reason.choose"));
        }
        if (form.note().length() > LONGEST_NOTE) {
            errors = errors.with("note", visit.say("console.note.long"));
        }
        if (why.isPresent() && errors.isEmpty()) {
            var by = new Switches.By(
                    member, Actions.Why.of(why.get(), form.note().strip()), why.get(), form.request());
            var result = lift ? switches.unfreeze(by, wallet) : switches.freeze(by, wallet);
            if (result instanceof Switches.Result.ToSign(var proposal)) {
                return Redirect.to(ApprovalPages.path(proposal));
            }
            errors = Switches.wrong(visit, result);
        }
        return errors.isEmpty()
                ? Redirect.to(PATH + "/" + Forms.WALLET.write().apply(wallet) + "?done="
                        + Forms.REQUEST.write().apply(form.request()))
                : Page.again(
                        "console/wallet",
                        visit,
                        model(visit, member, wallet, new Filled(form.reason(), form.note(), errors), ""));
    }

    private Model model(Visit visit, StaffMember member, WalletId wallet, Filled filled, String done) {
        WalletFile file = files.find(visit, wallet).orElseThrow(NotThere::new);
        return new Model(
                frames.of(member, "wallets"),
                file,
                lines.of(visit, actions.about(file.id(), MOST_ACTIONS)),
                Reason.ofFreezing(),
                doings.newId(),
                filled,
                done.isEmpty()
                        ? null
                        : actions.took(Doings.id(done))
                                .map(ActionLines::seconds)
                                .orElse(null));
    }

    private Optional<WalletId> wallet(String query) {
        try {
            return Optional.of(Forms.WALLET.parse(query));
        } catch (BadValue notAnId) {
            return Handle.parse(query)
                    .flatMap(people::byHandle)
                    .flatMap(person -> Optional.ofNullable(person.wallet()));
        }
    }
}
