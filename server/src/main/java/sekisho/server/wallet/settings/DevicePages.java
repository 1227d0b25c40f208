package sekisho.server.wallet.settings;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.server.entrance.Customer;
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
    private static final String PATH = "/settings/devices";

    private final Passkeys passkeys;
    private final Sessions sessions;
    private final Entrance entrance;

    DevicePages(Passkeys passkeys, Sessions sessions, Entrance entrance) {
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.entrance = entrance;
    }

    /** A session with its browser in words. */
    public record Shown(OpenSession session, String browser) {}

    public record Model(List<Passkey> passkeys, List<Shown> sessions) {}

    @GetMapping(PATH)
    ModelAndView show(Visit visit, Customer customer, HttpServletRequest request) {
        var open = sessions.of(customer.person(), request.getSession().getId());
        return Page.of(
                "wallet/devices",
                visit,
                new Model(
                        passkeys.of(customer.person()),
                        open.stream()
                                .map(session -> new Shown(session, Browser.words(visit, session.agent())))
                                .toList()));
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
