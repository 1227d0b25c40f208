package sekisho.server.wallet.settings;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.protocol.Token;
import sekisho.server.entrance.Customer;
import sekisho.server.entrance.EngineKeys;
import sekisho.server.pages.Browser;
import sekisho.server.pages.NotThere;
import sekisho.server.pages.Page;
import sekisho.server.pages.Redirect;
import sekisho.server.pages.Visit;
import sekisho.server.passkey.Passkey;
import sekisho.server.passkey.Passkeys;
import sekisho.server.session.Entrance;
import sekisho.server.session.OpenSession;
import sekisho.server.session.Sessions;

/** Passkeys and sessions of a person: to see them, and to end sessions. {@link PasskeyPages} adds and removes passkeys. */
@Controller
public final class DevicePages {
    static final String PATH = "/settings/devices";

    private final Passkeys passkeys;
    private final EngineKeys keys;
    private final RaisePages raising;
    private final Sessions sessions;
    private final Entrance entrance;

    DevicePages(Passkeys passkeys, EngineKeys keys, RaisePages raising, Sessions sessions, Entrance entrance) {
        this.passkeys = passkeys;
        this.keys = keys;
        this.raising = raising;
        this.sessions = sessions;
        this.entrance = entrance;
    }

    /** A session with its browser in words. */
    public record Shown(OpenSession session, String browser) {}

    /**
     * What is shown.
     *
     * @param unconfirmed ids of the passkeys that no card was shown for
     * @param fallen whether the wallet fell to the tier of the unverified, and its owner can have it back
     * @param rests until when nothing is linked or paid out, in words; empty: that is possible now
     */
    public record Model(
            List<Passkey> passkeys, Set<String> unconfirmed, boolean fallen, String rests, List<Shown> sessions) {}

    @GetMapping(PATH)
    ModelAndView show(Visit visit, Customer customer, HttpServletRequest request) {
        var open = sessions.of(customer.person(), request.getSession().getId());
        List<Passkey> own = passkeys.of(customer.person());
        return Page.of(
                "wallet/devices",
                visit,
                new Model(
                        own,
                        unconfirmed(customer, own),
                        raising.isWanted(customer),
                        keys.restsUntil(customer.wallet(), visit.now())
                                .map(visit.times()::full)
                                .orElse(""),
                        open.stream()
                                .map(session -> new Shown(session, Browser.words(visit, session.agent())))
                                .toList()));
    }

    private Set<String> unconfirmed(Customer customer, List<Passkey> own) {
        if (!keys.wanted()) {
            return Set.of();
        }
        Set<Token> known = keys.known(customer.wallet());
        return own.stream()
                .filter(passkey -> !known.contains(EngineKeys.name(passkey)))
                .map(Passkey::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    @PostMapping(PATH + "/end")
    ModelAndView end(Customer customer, @RequestParam String session) {
        if (!sessions.end(customer.person(), session)) {
            throw new NotThere();
        }
        return Redirect.to(PATH);
    }

    @PostMapping(PATH + "/end-others")
    ModelAndView endOthers(Customer customer, HttpServletRequest request) {
        sessions.endAllBut(customer.person(), request.getSession().getId());
        return Redirect.to(PATH);
    }

    @PostMapping(PATH + "/end-all")
    ModelAndView endAll(Customer customer, HttpServletRequest request) {
        sessions.endAllBut(customer.person(), request.getSession().getId());
        entrance.leave(request);
        return Redirect.to("/sign-in");
    }
}
