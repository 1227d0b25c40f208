package sekisho.browsertests.browser;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.util.ArrayList;
import java.util.List;

/**
 * An authenticator that is built into the device, in place of a finger: it answers for one tab, at once. Its passkeys are kept
 * in it and can be found without a name.
 *
 * <p>Source: Chrome DevTools Protocol, domain WebAuthn.
 */
public final class Passkey {
    private final CDPSession session;
    private final String id;

    /** How passkeys are kept, which every answer says (WebAuthn Level 3, 6.1.3). */
    public enum Kind {
        /** Copied between a person's devices: BE and BS are set. */
        SYNCED(true, true),
        /** Could be copied, and has not been: BE alone. */
        NOT_YET_SYNCED(true, false),
        /** Never leaves the device: neither. */
        DEVICE_BOUND(false, false);

        private final boolean eligible;
        private final boolean backedUp;

        Kind(boolean eligible, boolean backedUp) {
            this.eligible = eligible;
            this.backedUp = backedUp;
        }
    }

    private Passkey(CDPSession session, String id) {
        this.session = session;
        this.id = id;
    }

    static Passkey plugInto(CDPSession session, Kind kind) {
        var enable = new JsonObject();
        enable.addProperty("enableUI", false);
        session.send("WebAuthn.enable", enable);
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("ctap2Version", "ctap2_1");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        options.addProperty("defaultBackupEligibility", kind.eligible);
        options.addProperty("defaultBackupState", kind.backedUp);
        var add = new JsonObject();
        add.add("options", options);
        JsonObject added = session.send("WebAuthn.addVirtualAuthenticator", add);
        return new Passkey(session, added.get("authenticatorId").getAsString());
    }

    /** From now on the finger is the right one, or another person's: user verification fails. */
    public void rightFinger(boolean right) {
        var arguments = arguments();
        arguments.addProperty("isUserVerified", right);
        session.send("WebAuthn.setUserVerified", arguments);
    }

    /** How many passkeys are in it. */
    public int count() {
        return credentials().size();
    }

    /** Puts a copy of every passkey into another authenticator, as a person's second device has them. */
    public void copyTo(Passkey other) {
        for (JsonObject credential : credentials()) {
            var arguments = other.arguments();
            arguments.add("credential", credential);
            other.session.send("WebAuthn.addCredential", arguments);
        }
    }

    /** Forgets every passkey, as a lost device does. */
    public void lose() {
        session.send("WebAuthn.clearCredentials", arguments());
    }

    private List<JsonObject> credentials() {
        var all = new ArrayList<JsonObject>();
        for (JsonElement credential :
                session.send("WebAuthn.getCredentials", arguments()).getAsJsonArray("credentials")) {
            all.add(credential.getAsJsonObject());
        }
        return all;
    }

    private JsonObject arguments() {
        var arguments = new JsonObject();
        arguments.addProperty("authenticatorId", id);
        return arguments;
    }
}
