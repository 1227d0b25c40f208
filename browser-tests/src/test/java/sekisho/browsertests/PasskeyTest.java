package sekisho.browsertests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sekisho.browsertests.browser.Language;
import sekisho.browsertests.browser.Look;
import sekisho.browsertests.browser.Passkey;
import sekisho.browsertests.browser.Window;
import sekisho.browsertests.testing.InBrowser;
import sekisho.browsertests.testing.TinySite;

@InBrowser
final class PasskeyTest {
    private static final String CREATE = """
            async () => {
              const credential = await navigator.credentials.create({ publicKey: {
                challenge: new Uint8Array(32), rp: { id: "localhost", name: "here" },
                user: { id: new Uint8Array(16), name: "aoi", displayName: "Aoi" },
                pubKeyCredParams: [{ type: "public-key", alg: -7 }, { type: "public-key", alg: -257 }],
                authenticatorSelection: { residentKey: "required", userVerification: "required" } } });
              return new Uint8Array(credential.response.getAuthenticatorData())[32];
            }""";

    private static final String GET = """
            async () => {
              try {
                const credential = await navigator.credentials.get({ publicKey: {
                  challenge: new Uint8Array(32), rpId: "localhost", userVerification: "required", timeout: 2000 } });
                return new Uint8Array(credential.response.authenticatorData)[32];
              } catch (refused) {
                return refused.name;
              }
            }""";

    /** Bits of an authenticator's flags: WebAuthn Level 3, 6.1. */
    private static final int VERIFIED = 0x04;

    private static final int BACKUP_FLAGS = 0x18;

    private final TinySite site = new TinySite().page("/", "");

    @AfterEach
    void close() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource({"SYNCED, 0x18", "NOT_YET_SYNCED, 0x08", "DEVICE_BOUND, 0x00"})
    void aPasskeySaysOfWhichKindItIs(Passkey.Kind kind, String flags, World world) {
        var window = open(world);
        var passkey = window.passkey(kind);
        assertThat((int) window.page().evaluate(CREATE) & BACKUP_FLAGS).isEqualTo(Integer.decode(flags));
        int answered = (int) window.page().evaluate(GET);
        assertThat(answered & BACKUP_FLAGS).isEqualTo(Integer.decode(flags));
        assertThat(answered & VERIFIED).isEqualTo(VERIFIED);
        assertThat(passkey.count()).isEqualTo(1);
    }

    @Test
    void anotherFingerIsRefused(World world) {
        var window = open(world);
        var passkey = window.passkey();
        assertThat(window.page().evaluate(CREATE)).isNotNull();
        passkey.rightFinger(false);
        assertThat(window.page().evaluate(GET)).isEqualTo("NotAllowedError");
        passkey.rightFinger(true);
        assertThat(window.page().evaluate(GET)).isInstanceOf(Integer.class);
    }

    @Test
    void aSecondDeviceHasACopyAndALostOneHasNone(World world) {
        var phone = open(world);
        var desktop = world.openAt(Look.desktop(Language.JA), site.url());
        assertThat(desktop.go("/")).isEqualTo(200);
        phone.passkey();
        phone.page().evaluate(CREATE);
        phone.passkey().copyTo(desktop.passkey());
        assertThat(desktop.page().evaluate(GET)).isInstanceOf(Integer.class);
        phone.passkey().lose();
        assertThat(phone.page().evaluate(GET)).isEqualTo("NotAllowedError");
    }

    private Window open(World world) {
        var window = world.openAt(Look.phone(Language.JA), site.url());
        assertThat(window.go("/")).isEqualTo(200);
        return window;
    }
}
