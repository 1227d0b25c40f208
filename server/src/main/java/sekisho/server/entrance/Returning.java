package sekisho.server.entrance;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger.Level;
import java.util.List;
import sekisho.protocol.WalletId;
import sekisho.server.identity.KeptEvidence;
import sekisho.server.notice.ChangeNotices;
import sekisho.server.passkey.Passkey;
import sekisho.server.passkey.Passkeys;
import sekisho.server.people.PersonId;
import sekisho.server.session.Entrance;
import sekisho.server.session.Sessions;

/** Lets in who has come back with a new passkey: everybody else who was signed in as this person is out, and every contact is told. */
final class Returning {
    private static final System.Logger LOG = System.getLogger(Returning.class.getName());

    private final Passkeys passkeys;
    private final EngineKeys keys;
    private final NewDevices devices;
    private final Doors doors;
    private final ChangeNotices changes;

    Returning(Passkeys passkeys, EngineKeys keys, NewDevices devices, Doors doors, ChangeNotices changes) {
        this.passkeys = passkeys;
        this.keys = keys;
        this.devices = devices;
        this.doors = doors;
        this.changes = changes;
    }

    /** Where people are let out and in. */
    record Doors(Sessions sessions, Entrance entrance) {}

    /** The newest passkey is the one. If the engine does not take it now, the page of passkeys asks for the card again. */
    void comeBack(
            HttpServletRequest http,
            HttpServletResponse response,
            PersonId person,
            WalletId wallet,
            String label,
            KeptEvidence shown) {
        List<Passkey> own = passkeys.of(person);
        if (!(keys.learn(person, wallet, own.getLast(), shown) instanceof EngineKeys.Learned.Known)) {
            LOG.log(Level.WARNING, "the engine did not take the passkey of who came back: person {0}", person.value());
        }
        doors.sessions().endAll(person);
        doors.entrance().enter(http, response, person);
        devices.made(http, response, person);
        changes.tell(person, "passkey-recovered", label);
    }
}
