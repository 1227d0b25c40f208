package sekisho.server.entrance;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.springframework.web.servlet.HandlerInterceptor;
import sekisho.server.founding.Books;
import sekisho.server.passkey.Assertion;
import sekisho.server.passkey.Devices;
import sekisho.server.passkey.Passkey;
import sekisho.server.passkey.Passkeys;
import sekisho.server.people.PersonId;
import sekisho.server.session.DeviceMark;

/**
 * A passkey that is synced comes to devices that nobody has seen: there it counts as a new one. Whoever signs in so sees the wallet and
 * pays with it; before a link or a cash-out the passkey is taken from the engine, shown a card for and told to the engine anew, and the
 * wallet rests like after any other. The engine sees no devices: this is the pages' rule, and what they do about it is the engine's.
 * Any thread.
 */
public final class NewDevices implements HandlerInterceptor {
    /** Where a session that is held back may not go: what leads to a link or lets money out. */
    static final List<String> GUARDED = List.of("/links/at/**", "/cash-out", "/cash-out/**", "/shop/payout");

    private static final String HELD = "sekisho.device.new";
    private static final String CARD = "/settings/passkeys/card?passkey=";

    private final Devices devices;
    private final DeviceMark mark;
    private final Passkeys passkeys;
    private final Books books;

    NewDevices(Devices devices, DeviceMark mark, Passkeys passkeys, Books books) {
        this.devices = devices;
        this.mark = mark;
        this.passkeys = passkeys;
        this.books = books;
    }

    /** Somebody has signed in, and has a session: it is held back where the passkey is synced and has not been here. */
    void entered(HttpServletRequest request, Assertion assertion) {
        String credential = assertion.credential().toBase64UrlString();
        if (books.founded() && assertion.backedUp() && !devices.knows(credential, mark.of(request))) {
            request.getSession().setAttribute(HELD, credential);
        }
    }

    /** The newest passkey of a person was made in this browser. */
    public void made(HttpServletRequest request, HttpServletResponse response, PersonId person) {
        List<Passkey> own = passkeys.of(person);
        if (!own.isEmpty()) {
            devices.remember(own.getLast().id(), mark.give(request, response));
        }
    }

    /** A card was shown in this browser for a passkey. */
    public void shown(HttpServletRequest request, HttpServletResponse response, String passkey) {
        devices.remember(passkey, mark.give(request, response));
        if (held(request.getSession()).filter(passkey::equals).isPresent()) {
            request.getSession().removeAttribute(HELD);
        }
    }

    /** The passkey for which this session is held back. */
    public Optional<String> held(HttpSession session) {
        return session.getAttribute(HELD) instanceof String credential ? Optional.of(credential) : Optional.empty();
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        HttpSession session = request.getSession(false);
        Optional<String> held = session == null ? Optional.empty() : held(session);
        held.ifPresent(passkey -> {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", CARD + passkey);
        });
        return held.isEmpty();
    }
}
