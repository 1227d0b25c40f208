package sekisho.server.wallet.settings;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.protocol.IdentityCommand;
import sekisho.protocol.RequestId;
import sekisho.server.budget.Budgets;
import sekisho.server.budget.Purpose;
import sekisho.server.entrance.Customer;
import sekisho.server.entrance.EngineKeys;
import sekisho.server.entrance.NewDevices;
import sekisho.server.entrance.ProofWords;
import sekisho.server.identity.DemoDocuments;
import sekisho.server.identity.Proven;
import sekisho.server.identity.Proving;
import sekisho.server.identity.StoredChallenges.Answerer;
import sekisho.server.notice.ChangeNotices;
import sekisho.server.pages.FormErrors;
import sekisho.server.pages.NotThere;
import sekisho.server.pages.Page;
import sekisho.server.pages.Redirect;
import sekisho.server.pages.Visit;
import sekisho.server.passkey.CommandHash;
import sekisho.server.passkey.Passkey;
import sekisho.server.passkey.Passkeys;
import sekisho.server.passkey.StepUps;
import sekisho.server.wallet.Doings;
import sekisho.server.wallet.Done;

/**
 * Showing a card for a passkey that the engine does not know yet, or that is synced and new on this device: the engine forgets that one
 * first, with a passkey's word. The challenge that the card signs is for this passkey alone: which one it was is kept in the session,
 * and no browser says it. From then on the passkey stands for its owner, and the wallet rests.
 */
@Controller
public final class PasskeyCardPages {
    static final String PATH = "/settings/passkeys/card";
    private static final String FOR = "sekisho.passkey.card";
    private static final String TEMPLATE = "wallet/passkey-card";

    /** Where the telephone would be. */
    private static final String READER = "/demo/reader?document=card&use=passkey&challenge=";

    private final Passkeys passkeys;
    private final EngineKeys keys;
    private final NewDevices devices;
    private final StepUps stepUps;
    private final Doings doings;
    private final Proving proving;
    private final ChangeNotices changes;
    private final Budgets budgets;

    /** Whether a page stands in for the telephone that reads cards. */
    private final boolean demonstration;

    PasskeyCardPages(
            Passkeys passkeys,
            EngineKeys keys,
            NewDevices devices,
            StepUps stepUps,
            Doings doings,
            Proving proving,
            ChangeNotices changes,
            Budgets budgets,
            ObjectProvider<DemoDocuments> documents) {
        this.passkeys = passkeys;
        this.keys = keys;
        this.devices = devices;
        this.stepUps = stepUps;
        this.doings = doings;
        this.proving = proving;
        this.changes = changes;
        this.budgets = budgets;
        this.demonstration = documents.getIfAvailable() != null;
    }

    /**
     * What is shown.
     *
     * @param possible whether this server has a reader
     * @param forget what a passkey has to agree to first; null: the engine does not know this one
     */
    public record Model(
            Passkey passkey, boolean possible, @Nullable Forget forget, FormErrors errors) {}

    /**
     * A passkey that the engine knows is forgotten by it first.
     *
     * @param options for the passkey that agrees
     */
    public record Forget(String request, UUID stepUp, String options) {}

    @GetMapping(PATH)
    ModelAndView show(Visit visit, Customer customer, HttpServletRequest http, @RequestParam String passkey) {
        Passkey known = find(customer, passkey);
        return isWanted(customer, http, known)
                ? Page.of(TEMPLATE, visit, model(customer, http, known, FormErrors.NONE))
                : Redirect.to(DevicePages.PATH);
    }

    /** Has the engine forget it if it has to, gives out a challenge, and leads to the reader that has a card sign it. */
    @PostMapping(PATH + "/begin")
    ModelAndView begin(
            Visit visit,
            Customer customer,
            HttpServletRequest http,
            @RequestParam String passkey,
            @RequestParam(defaultValue = "") String request,
            @RequestParam(required = false) @Nullable UUID stepUp,
            @RequestParam(defaultValue = "") String credential) {
        Passkey known = find(customer, passkey);
        if (!demonstration || !isWanted(customer, http, known)) {
            return Redirect.to(DevicePages.PATH);
        }
        budgets.require(Purpose.CHALLENGE, customer.person().value().toString());
        String wrong = isInEngine(customer, known)
                ? forget(visit, customer, http, known, new Agreed(request, stepUp, credential))
                : "";
        if (!wrong.isEmpty()) {
            return again(visit, customer, http, known, wrong);
        }
        http.getSession().setAttribute(FOR, known.id());
        return Redirect.to(READER + proving.challenge(answerer(customer, http)).hex());
    }

    /** What a passkey says to a {@link Forget}. */
    private record Agreed(String request, @Nullable UUID stepUp, String credential) {}

    /** Says what is wrong. */
    private String forget(Visit visit, Customer customer, HttpServletRequest http, Passkey passkey, Agreed agreed) {
        if (agreed.stepUp() == null) {
            return visit.say("devices.refused");
        }
        RequestId id = Doings.id(agreed.request());
        var owner = stepUps.answer(agreed.stepUp(), action(customer, http, passkey, id), agreed.credential());
        if (owner.isEmpty()) {
            return visit.say("devices.refused");
        }
        return switch (doings.submit(visit, id, taking(customer, passkey), owner.get())) {
            case Done.Accepted _ -> "";
            case Done.Refused(var _, var sentence) -> sentence;
            case Done.NotDone(var sentence) -> sentence;
            case Done.Unsure(var sentence) -> sentence;
        };
    }

    private Model model(Customer customer, HttpServletRequest http, Passkey passkey, FormErrors errors) {
        return new Model(
                passkey, demonstration, isInEngine(customer, passkey) ? forget(customer, http, passkey) : null, errors);
    }

    private Forget forget(Customer customer, HttpServletRequest http, Passkey passkey) {
        String request = doings.newId();
        var question = stepUps.ask(action(customer, http, passkey, Doings.id(request)));
        return new Forget(request, question.id(), question.options());
    }

    private static StepUps.Action action(Customer customer, HttpServletRequest http, Passkey passkey, RequestId id) {
        return new StepUps.Action(
                customer.person(),
                http.getSession().getId(),
                StepUps.Purpose.REMOVE_PASSKEY,
                CommandHash.of(id, taking(customer, passkey)));
    }

    private static IdentityCommand.RemoveAuthenticator taking(Customer customer, Passkey passkey) {
        return new IdentityCommand.RemoveAuthenticator(customer.wallet(), EngineKeys.name(passkey));
    }

    /** Whether a card helps: the engine does not know it, or it is new on this device. */
    private boolean isWanted(Customer customer, HttpServletRequest http, Passkey passkey) {
        return keys.wanted()
                && (!isInEngine(customer, passkey)
                        || devices.held(http.getSession())
                                .filter(passkey.id()::equals)
                                .isPresent());
    }

    private boolean isInEngine(Customer customer, Passkey passkey) {
        return keys.wanted() && keys.knows(customer.wallet(), passkey);
    }

    /** Takes what the card said. */
    @PostMapping(PATH)
    ModelAndView prove(
            Visit visit,
            Customer customer,
            HttpServletRequest http,
            HttpServletResponse response,
            @RequestParam String proof) {
        budgets.require(Purpose.IDENTITY, customer.person().value().toString());
        Object of = http.getSession().getAttribute(FOR);
        http.getSession().removeAttribute(FOR);
        if (!(of instanceof String id)) {
            return Redirect.to(DevicePages.PATH);
        }
        Passkey passkey = find(customer, id);
        Proven proven = proving.card(answerer(customer, http), proof);
        if (!(proven instanceof Proven.Verified(var shown))) {
            return again(visit, customer, http, passkey, ProofWords.of(visit, proven));
        }
        return switch (keys.learn(customer.person(), customer.wallet(), passkey, shown)) {
            case EngineKeys.Learned.Known(var rests) -> {
                devices.shown(http, response, passkey.id());
                changes.tell(customer.person(), "passkey-confirmed", passkey.label(), until(visit, rests));
                // There, where the wallet did not fall, it leads on.
                yield Redirect.to(RaisePages.PATH);
            }
            case EngineKeys.Learned.No(var refused) ->
                again(visit, customer, http, passkey, Doings.sentence(visit, refused));
            case EngineKeys.Learned.NotNow _ -> again(visit, customer, http, passkey, visit.say("form.busy"));
        };
    }

    private static String until(Visit visit, @Nullable Instant rests) {
        return rests == null ? "" : visit.times().brief(rests);
    }

    private ModelAndView again(Visit visit, Customer customer, HttpServletRequest http, Passkey passkey, String why) {
        var errors = FormErrors.of(FormErrors.FORM, why);
        return Page.again(TEMPLATE, visit, model(customer, http, passkey, errors));
    }

    private Passkey find(Customer customer, String id) {
        return passkeys.of(customer.person()).stream()
                .filter(passkey -> passkey.id().equals(id))
                .findFirst()
                .orElseThrow(NotThere::new);
    }

    private static Answerer answerer(Customer customer, HttpServletRequest http) {
        return new Answerer(customer.person(), http.getSession().getId());
    }
}
