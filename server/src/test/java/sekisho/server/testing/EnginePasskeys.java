package sekisho.server.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sekisho.protocol.StateRecord;
import sekisho.protocol.Token;
import sekisho.server.passkey.EngineForm;
import sekisho.server.passkey.Passkey;
import sekisho.server.passkey.Passkeys;
import sekisho.server.testing.WebClient.Shown;

/** The passkeys of people as a server keeps them, and as its engine knows them. */
public final class EnginePasskeys {
    private final RunningServer running;

    public EnginePasskeys(RunningServer running) {
        this.running = running;
    }

    /** As the server keeps them, oldest first. */
    public List<Passkey> all(Person whose) {
        return running.server().part(Passkeys.class).of(whose.id());
    }

    public Passkey oldest(Person whose) {
        return all(whose).getFirst();
    }

    public Passkey newest(Person whose) {
        return all(whose).getLast();
    }

    /** The passkeys that the engine knows of. */
    public List<Token> known(Person whose) {
        return state().stream()
                .filter(StateRecord.AuthenticatorRow.class::isInstance)
                .map(StateRecord.AuthenticatorRow.class::cast)
                .filter(row -> row.wallet().equals(whose.wallet()))
                .map(StateRecord.AuthenticatorRow::credential)
                .toList();
    }

    /** Until when the engine has the wallet rest (ms since 1970); 0: it does not. */
    public long rests(Person whose) {
        return state().stream()
                .filter(StateRecord.IdentityRow.class::isInstance)
                .map(StateRecord.IdentityRow.class::cast)
                .filter(row -> row.wallet().equals(whose.wallet()))
                .mapToLong(StateRecord.IdentityRow::restsUntil)
                .findFirst()
                .orElse(0);
    }

    /** What the engine calls a passkey. */
    public static Token name(Passkey passkey) {
        return EngineForm.token(passkey.id());
    }

    /** The page that removes a passkey. */
    public static String removing(Passkey passkey) {
        return "/settings/passkeys/remove?passkey=" + passkey.id();
    }

    /** That page's form, signed by an authenticator of the same person. */
    public static Map<String, String> removal(Person whose, Shown page, SoftAuthenticator by) {
        return Map.of(
                "passkey", page.value("passkey"),
                "request", page.value("request"),
                "stepUp", page.value("stepUp"),
                "credential", by.get(page.options(), whose.origin()));
    }

    private List<StateRecord> state() {
        List<StateRecord> state = new ArrayList<>();
        running.node().export(state::add);
        return state;
    }
}
