package sekisho.server.console;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.protocol.BankId;
import sekisho.protocol.CheckpointCommand;
import sekisho.protocol.Command;
import sekisho.protocol.Token;
import sekisho.server.json.BadValue;
import sekisho.server.json.Forms;
import sekisho.server.pages.FormErrors;
import sekisho.server.pages.Page;
import sekisho.server.pages.Redirect;
import sekisho.server.pages.Visit;
import sekisho.server.wallet.Doings;

/** Locks of bank accounts: one person locks, two lift a lock or reject the claim behind it. An account is named by its bank's token. */
@Controller
public final class AccountLockPages {
    static final String PATH = "/console/accounts";
    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{32}");
    private static final int HALF = 16;
    private static final int MOST_ACTIONS = 30;

    private final Frames frames;
    private final Switches switches;
    private final Actions actions;
    private final ActionLines lines;
    private final Doings doings;

    AccountLockPages(Frames frames, Switches switches, Actions actions, ActionLines lines, Doings doings) {
        this.frames = frames;
        this.switches = switches;
        this.actions = actions;
        this.lines = lines;
        this.doings = doings;
    }

    /** What is done to a lock. */
    public enum Order {
        LOCK(ActionKind.LOCK_ACCOUNT),
        LIFT(ActionKind.LIFT_LOCK),
        REJECT(ActionKind.REJECT_CLAIM);

        private final ActionKind kind;

        Order(ActionKind kind) {
            this.kind = kind;
        }

        Command<?> command(BankId bank, Token account, int reason) {
            return switch (this) {
                case LOCK -> new CheckpointCommand.LockAccount(bank, account, reason);
                case LIFT -> new CheckpointCommand.LiftLock(bank, account, reason);
                case REJECT -> new CheckpointCommand.RejectClaim(bank, account, reason);
            };
        }

        /** The key of its words. */
        public String key() {
            return "console.accounts." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** The account as it was typed. */
    public record Typed(String bank, String account) {}

    /**
     * What is shown.
     *
     * @param done whether the engine has just done what was signed
     */
    public record Model(
            Frame frame,
            Typed typed,
            OrderForm order,
            List<Reason> reasons,
            List<ActionLine> actions,
            FormErrors errors,
            boolean done) {}

    @GetMapping(PATH)
    ModelAndView show(Visit visit, StaffMember member, @RequestParam(defaultValue = "") String done) {
        var model = model(visit, member, new Typed("", ""), OrderForm.EMPTY, FormErrors.NONE);
        var shown = new Model(
                model.frame(),
                model.typed(),
                model.order(),
                model.reasons(),
                model.actions(),
                model.errors(),
                !done.isEmpty());
        return Page.of("console/accounts", visit, shown);
    }

    @PostMapping(PATH)
    ModelAndView order(
            Visit visit,
            StaffMember member,
            @RequestParam String bank,
            @RequestParam String account,
            @RequestParam Order order,
            OrderForm form) {
        var errors = form.errors(visit);
        Optional<BankId> known = bank(bank.strip());
        Optional<Token> token = token(account.strip());
        if (known.isEmpty()) {
            errors = errors.with("bank", visit.say("console.accounts.bank.hint"));
        }
        if (token.isEmpty()) {
            errors = errors.with("account", visit.say("console.accounts.account.hint"));
        }
        if (errors.isEmpty() && form.why().isPresent() && known.isPresent() && token.isPresent()) {
            Reason reason = form.why().get();
            var why = Actions.Why.of(reason, form.note().strip());
            var draft = new Proposal.Draft(
                    order.kind,
                    Forms.BANK.write().apply(known.get()),
                    why,
                    order.command(known.get(), token.get(), reason.code()),
                    PATH,
                    account.strip());
            var result = switches.act(new Switches.By(member, why, reason, Doings.id(form.request())), draft);
            if (result instanceof Switches.Result.ToSign(var proposal)) {
                return Redirect.to(ApprovalPages.path(proposal));
            }
            errors = Switches.wrong(visit, result);
        }
        return Page.again("console/accounts", visit, model(visit, member, new Typed(bank, account), form, errors));
    }

    private Model model(Visit visit, StaffMember member, Typed typed, OrderForm form, FormErrors errors) {
        var order = new OrderForm(doings.newId(), form.reason(), form.note());
        var newest = actions.ofKinds(
                List.of(ActionKind.LOCK_ACCOUNT, ActionKind.LIFT_LOCK, ActionKind.REJECT_CLAIM), MOST_ACTIONS);
        return new Model(
                frames.of(member, "accounts"),
                typed,
                order,
                Reason.ofFreezing(),
                lines.of(visit, newest),
                errors,
                false);
    }

    private static Optional<BankId> bank(String text) {
        try {
            return Optional.of(Forms.BANK.parse(text));
        } catch (BadValue notOne) {
            return Optional.empty();
        }
    }

    private static Optional<Token> token(String text) {
        if (!TOKEN.matcher(text).matches()) {
            return Optional.empty();
        }
        var token = new Token(
                Long.parseUnsignedLong(text.substring(0, HALF), HALF),
                Long.parseUnsignedLong(text.substring(HALF), HALF));
        return token.names() ? Optional.of(token) : Optional.empty();
    }
}
