package sekisho.server.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.impl.ECDSA;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.UUID;
import sekisho.protocol.Assertion;
import sekisho.protocol.BookId;
import sekisho.protocol.Command;
import sekisho.protocol.Digest;
import sekisho.protocol.RequestId;
import sekisho.protocol.Signature;
import sekisho.protocol.WalletId;
import sekisho.server.console.DemoStaff;
import sekisho.server.console.StaffMember;
import sekisho.server.engine.ServerClients;
import sekisho.server.founding.SoftKey;
import sekisho.server.founding.SoftKeys;
import sekisho.server.passkey.Passkeys;
import sekisho.server.passkey.RelyingParty;
import sekisho.server.passkey.RelyingParty.Place;
import sekisho.server.people.PersonId;
import sekisho.wire.Challenge;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The telephones of the people who do not exist: each holds a passkey, and answers whenever its owner is said to be there. A browser
 * knows such a passkey by its transport and asks the server instead. Any thread.
 */
public final class Telephones {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final SoftKeys keys;
    private final Passkeys passkeys;
    private final RelyingParty party;
    private final InstantSource clock;

    Telephones(SoftKeys keys, Passkeys passkeys, RelyingParty party, InstantSource clock) {
        this.keys = keys;
        this.passkeys = passkeys;
        this.party = party;
        this.clock = clock;
    }

    /** Gives somebody a telephone, unless they have it. */
    public void give(PersonId person) {
        SoftKey key = of(person);
        passkeys.adopt(person, key.id(), key.publicKey(), SoftKey.TRANSPORT, clock.instant());
    }

    /** The telephone of somebody. */
    public SoftKey of(PersonId person) {
        return keys.of("person-" + person.value());
    }

    /** The telephone of the owner of a wallet that a program has opened. */
    SoftKey of(WalletId wallet) {
        return keys.of("wallet-" + wallet.value());
    }

    /** Has an owner agree to a request of this server. */
    Assertion agree(SoftKey owner, RequestId id, Command<?> command) {
        return owner.answer(Challenge.of(BookId.FIRST, ServerClients.SERVER, id, 0, command), party.place());
    }

    /**
     * What a browser would answer to a page.
     *
     * @param options of WebAuthn, as the page has them
     * @throws IllegalArgumentException they are no request options
     */
    public String answer(PersonId person, String options) {
        return answer(of(person), challenge(options), handle(person.value()), party.place());
    }

    /** The same for somebody of the staff. */
    String answer(StaffMember member, String options, Place place) {
        return answer(
                keys.of(DemoStaff.keyOf(member)),
                challenge(options),
                handle(member.id().value()),
                place);
    }

    /** What a browser would answer to a challenge, for the owner of a wallet that a program has opened. */
    String answer(WalletId wallet, Digest challenge) {
        return answer(of(wallet), challenge, handle(new UUID(0, wallet.value())), party.place());
    }

    private static String answer(SoftKey key, Digest challenge, byte[] handle, Place place) {
        Assertion said = key.answer(challenge, place);
        ObjectNode response = JSON.createObjectNode()
                .put("clientDataJSON", encode(said.clientData().getBytes(StandardCharsets.US_ASCII)))
                .put("authenticatorData", encode(data(said)))
                .put("signature", encode(der(said.signature())))
                .put("userHandle", encode(handle));
        ObjectNode whole = JSON.createObjectNode()
                .put("id", encode(key.id()))
                .put("rawId", encode(key.id()))
                .put("type", "public-key")
                .put("authenticatorAttachment", "platform");
        whole.set("response", response);
        whole.putObject("clientExtensionResults");
        return whole.toString();
    }

    private static Digest challenge(String options) {
        try {
            JsonNode challenge = JSON.readTree(options).path("challenge");
            return Digest.of(Base64.getUrlDecoder().decode(challenge.asString()));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the options are no JSON with a challenge", e);
        }
    }

    private static byte[] data(Assertion said) {
        return ByteBuffer.allocate(Digest.LENGTH + 5)
                .put(said.rpIdHash().bytes())
                .put((byte) said.flags())
                .putInt((int) said.counter())
                .array();
    }

    /** As authenticators write it. */
    private static byte[] der(Signature signature) {
        try {
            return ECDSA.transcodeSignatureToDER(ByteBuffer.allocate(2 * Digest.LENGTH)
                    .put(signature.r().bytes())
                    .put(signature.s().bytes())
                    .array());
        } catch (JOSEException e) {
            throw new IllegalStateException("a signature of ES256 is two numbers", e);
        }
    }

    private static byte[] handle(UUID owner) {
        return ByteBuffer.allocate(16)
                .putLong(owner.getMostSignificantBits())
                .putLong(owner.getLeastSignificantBits())
                .array();
    }

    private static String encode(byte[] bytes) {
        return BASE64.encodeToString(bytes);
    }
}
