package sekisho.server.passkey;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import sekisho.server.people.PersonId;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * This server to browsers and authenticators: one origin with its passkeys. Any thread.
 *
 * <p>Options are JSON as {@code PublicKeyCredential.parseCreationOptionsFromJSON} and its sister read it, answers JSON as
 * {@code toJSON} writes it.
 */
public final class RelyingParty {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** Place of the flags in authenticator data, and the bit that says BS (WebAuthn Level 3, 6.1). */
    private static final int FLAGS = 32;

    private static final int BACKED_UP = 0x10;
    private static final System.Logger LOG = System.getLogger(RelyingParty.class.getName());

    private final Supplier<Place> place;
    private final Passkeys passkeys;
    private final JsonMapper mapper =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private volatile @Nullable Webauthn4JRelyingPartyOperations operations;

    /**
     * Where this is.
     *
     * @param host the relying party's id
     * @param origin scheme, host and port, as a browser says them
     */
    public record Place(String host, String origin) {

        /** At an address. */
        public static Place of(URI url) {
            String port = url.getPort() < 0 ? "" : ":" + url.getPort();
            return new Place(url.getHost(), url.getScheme() + "://" + url.getHost() + port);
        }
    }

    /**
     * Makes one.
     *
     * @param place asked for at the first use: a port may not be known before
     */
    public RelyingParty(Supplier<Place> place, Passkeys passkeys) {
        this.place = place;
        this.passkeys = passkeys;
    }

    /** Where this is. */
    public Place place() {
        return place.get();
    }

    /** Options for a new passkey of a person, to be kept by the server until the answer comes. */
    public PublicKeyCredentialCreationOptions creation(PersonId person) {
        return operations()
                .createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(authentication(person)));
    }

    /** For whom options were made. */
    public static PersonId person(PublicKeyCredentialCreationOptions options) {
        return Passkeys.person(options.getUser().getId());
    }

    /** Creation options for a browser. The name is what the person's device shows: it goes nowhere else. */
    public String json(PublicKeyCredentialCreationOptions options, String name) {
        ObjectNode tree = mapper.valueToTree(options);
        ((ObjectNode) tree.get("user")).put("name", name).put("displayName", name);
        return tree.toString();
    }

    /** Keeps a new passkey; false: what came is not an answer to these options. */
    public boolean create(PublicKeyCredentialCreationOptions options, String credential, String label) {
        try {
            PublicKeyCredential<AuthenticatorAttestationResponse> answer =
                    mapper.readValue(credential, new TypeReference<>() {});
            operations()
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            options, new RelyingPartyPublicKey(answer, label)));
            return true;
        } catch (JacksonException
                | IllegalArgumentException
                | com.webauthn4j.verifier.exception.VerificationException
                | com.webauthn4j.converter.exception.DataConversionException refused) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "a passkey was not taken: {0}",
                    refused.getClass().getSimpleName());
            return false;
        }
    }

    /** Options for an assertion by one of these passkeys; none given: by any that the device has for us. */
    public PublicKeyCredentialRequestOptions request(Bytes challenge, List<PublicKeyCredentialDescriptor> allowed) {
        return PublicKeyCredentialRequestOptions.builder()
                .challenge(challenge)
                .rpId(place.get().host())
                .timeout(PATIENCE)
                .allowCredentials(allowed)
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build();
    }

    public String json(PublicKeyCredentialRequestOptions options) {
        return mapper.writeValueAsString(options);
    }

    /** Checks an assertion; empty: it is not an answer to these options by a passkey that we know. */
    public Optional<Assertion> check(PublicKeyCredentialRequestOptions options, String credential) {
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> answer =
                    mapper.readValue(credential, new TypeReference<>() {});
            var user = operations().authenticate(new RelyingPartyAuthenticationRequest(options, answer));
            var record = passkeys.findByCredentialId(answer.getRawId());
            return record == null
                    ? Optional.empty()
                    : Optional.of(new Assertion(
                            Passkeys.person(user.getId()),
                            record.getCredentialId(),
                            record.isBackupEligible(),
                            isBackedUp(answer)));
        } catch (JacksonException
                | IllegalArgumentException
                | com.webauthn4j.verifier.exception.VerificationException
                | com.webauthn4j.converter.exception.DataConversionException refused) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "an assertion was refused: {0}",
                    refused.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /** As this answer says it, and not an earlier one: a passkey may have been synced since. */
    private static boolean isBackedUp(PublicKeyCredential<AuthenticatorAssertionResponse> answer) {
        return (answer.getResponse().getAuthenticatorData().getBytes()[FLAGS] & BACKED_UP) != 0;
    }

    /** What an answer says to the engine, which judges it by itself; empty: the engine could not read it. */
    public Optional<sekisho.protocol.Assertion> said(String credential) {
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> answer =
                    mapper.readValue(credential, new TypeReference<>() {});
            return Optional.of(EngineForm.assertion(answer));
        } catch (JacksonException | IllegalArgumentException notForIt) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "the engine cannot read an assertion: {0}",
                    notForIt.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static org.springframework.security.core.Authentication authentication(PersonId person) {
        return UsernamePasswordAuthenticationToken.authenticated(person.value().toString(), null, List.of());
    }

    private Webauthn4JRelyingPartyOperations operations() {
        var known = operations;
        if (known != null) {
            return known;
        }
        Place here = place.get();
        var party = PublicKeyCredentialRpEntity.builder()
                .id(here.host())
                .name("Sekisho")
                .build();
        var made = new Webauthn4JRelyingPartyOperations(new Passkeys.Owners(), passkeys, party, Set.of(here.origin()));
        made.setCustomizeCreationOptions(options -> options.timeout(PATIENCE)
                .pubKeyCredParams(PublicKeyCredentialParameters.ES256)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        operations = made;
        return made;
    }
}
