package sekisho.server.wallet.settings;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.protocol.WalletCommand;
import sekisho.server.entrance.Customer;
import sekisho.server.history.AccountState;
import sekisho.server.history.Accounts;
import sekisho.server.pages.FormErrors;
import sekisho.server.pages.Page;
import sekisho.server.pages.Redirect;
import sekisho.server.pages.Visit;
import sekisho.server.passkey.CommandHash;
import sekisho.server.passkey.StepUps;
import sekisho.server.people.People;
import sekisho.server.session.Entrance;
import sekisho.server.session.Sessions;
import sekisho.server.wallet.Doings;
import sekisho.server.wallet.Done;

/** Closing a wallet for good. It has to be empty; a passkey answers for it. */
@Controller
public final class ClosePages {
    private static final String TEMPLATE = "wallet/close";

    private final Accounts accounts;
    private final Doings doings;
    private final StepUps stepUps;
    private final People people;
    private final Sessions sessions;
    private final Entrance entrance;
    private final InstantSource clock;

    ClosePages(
            Accounts accounts,
            Doings doings,
            StepUps stepUps,
            People people,
            Sessions sessions,
            Entrance entrance,
            InstantSource clock) {
        this.accounts = accounts;
        this.doings = doings;
        this.stepUps = stepUps;
        this.people = people;
        this.sessions = sessions;
        this.entrance = entrance;
        this.clock = clock;
    }

    /**
     * What is shown.
     *
     * @param options for the passkey
     */
    public record Model(long balance, String request, UUID stepUp, String options, FormErrors errors) {}

    @GetMapping("/settings/close")
    ModelAndView show(Visit visit, Customer customer, HttpServletRequest http) {
        return Page.of(TEMPLATE, visit, model(customer, http, FormErrors.NONE));
    }

    @PostMapping("/settings/close")
    ModelAndView close(
            Visit visit,
            Customer customer,
            HttpServletRequest http,
            @RequestParam String request,
            @RequestParam UUID stepUp,
            @RequestParam String credential) {
        if (stepUps.answer(stepUp, action(customer, http, request), credential).isEmpty()) {
            return again(visit, customer, http, visit.say("passkey.refused"));
        }
        return switch (doings.submit(visit, Doings.id(request), new WalletCommand.Close(customer.wallet()))) {
            case Done.Accepted _ -> {
                people.close(customer.person(), clock.instant());
                sessions.endAllBut(customer.person(), http.getSession().getId());
                entrance.leave(http);
                yield Redirect.to("/sign-in");
            }
            case Done.Refused(var _, var sentence) -> again(visit, customer, http, sentence);
            case Done.NotDone(var sentence) -> again(visit, customer, http, sentence);
            case Done.Unsure(var sentence) -> again(visit, customer, http, sentence);
        };
    }

    private ModelAndView again(Visit visit, Customer customer, HttpServletRequest http, String sentence) {
        return Page.again(TEMPLATE, visit, model(customer, http, FormErrors.of(FormErrors.FORM, sentence)));
    }

    private Model model(Customer customer, HttpServletRequest http, FormErrors errors) {
        String request = doings.newId();
        var question = stepUps.ask(action(customer, http, request));
        return new Model(
                accounts.find(customer.account()).map(AccountState::balance).orElse(0L),
                request,
                question.id(),
                question.options(),
                errors);
    }

    private static StepUps.Action action(Customer customer, HttpServletRequest http, String request) {
        return new StepUps.Action(
                customer.person(),
                http.getSession().getId(),
                StepUps.Purpose.CLOSE_WALLET,
                CommandHash.of(Doings.id(request), new WalletCommand.Close(customer.wallet())));
    }
}
