package sekisho.server.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import sekisho.identity.Gender;
import sekisho.identity.Octets;
import sekisho.identity.chip.ChipProof;
import sekisho.identity.demo.DemoAuthority;
import sekisho.identity.demo.DemoCard;
import sekisho.identity.demo.DemoCountry;
import sekisho.identity.demo.DemoPassport;
import sekisho.identity.demo.DemoPerson;
import sekisho.identity.demo.DemoTraveller;
import sekisho.wire.home.SafeFiles;

/**
 * Cards and passports of people who do not exist, for the demonstration: each is made when it is wanted, says one thing, and is thrown
 * away. The cards' authority lies in the folder of the keys, the passports' is made anew at every start. Any thread.
 */
public final class DemoDocuments {
    private static final String FILE = "demo-authority";
    private static final String NAME = "Sekisho";
    private static final Duration LONG_AGO = Duration.ofDays(6 * 365);
    private static final int CHALLENGE = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String kept;
    private final DemoAuthority authority;
    private final DemoCountry country;
    private final InstantSource clock;

    private DemoDocuments(String kept, InstantSource clock) {
        this.kept = kept;
        this.authority = DemoAuthority.read(kept, clock);
        this.country = new DemoCountry(clock);
        this.clock = clock;
    }

    /** Those of a folder of keys; an authority is made where there is none. */
    static DemoDocuments in(Path folder, InstantSource clock) {
        Path file = folder.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                SafeFiles.writePrivate(file, new DemoAuthority(NAME, clock).kept());
            }
            return new DemoDocuments(Files.readString(file), clock);
        } catch (IOException e) {
            throw new UncheckedIOException("the demonstration's authority in " + file + " cannot be read or made", e);
        }
    }

    /** What is wrong with a card, or nothing. */
    public enum Condition {
        GOOD,
        EXPIRED,
        REVOKED,
        /** Given by an authority that calls itself the same. */
        OTHER_AUTHORITY,
        /** The card answers with its certificate for logging in. */
        LOG_IN,
        /** The card signed something else than what it was asked. */
        OTHER_CHALLENGE
    }

    X509Certificate cardAnchor() {
        return authority.anchor();
    }

    X509Certificate passportAnchor() {
        return country.anchor();
    }

    /** What a reader of cards sends for a challenge. */
    public String card(DemoPerson person, Condition condition, Octets challenge) {
        return ProofText.of(proof(person, condition, challenge));
    }

    private ChipProof proof(DemoPerson person, Condition condition, Octets challenge) {
        return switch (condition) {
            case GOOD -> authority.card(person).prove(challenge);
            case EXPIRED ->
                authority.cardFrom(person, clock.instant().minus(LONG_AGO)).prove(challenge);
            case REVOKED -> revoked(person, challenge);
            case OTHER_AUTHORITY -> new DemoAuthority(NAME, clock).card(person).prove(challenge);
            case LOG_IN -> authority.authenticationCard(person).prove(challenge);
            case OTHER_CHALLENGE -> asIfFor(challenge, authority.card(person).prove(random()));
        };
    }

    /** By an authority that forgets it again: its list would grow for ever. */
    private ChipProof revoked(DemoPerson person, Octets challenge) {
        DemoAuthority again = DemoAuthority.read(kept, clock);
        DemoCard card = again.card(person);
        again.revoke(card);
        return card.prove(challenge);
    }

    private static ChipProof asIfFor(Octets challenge, ChipProof other) {
        return new ChipProof(challenge, other.signature(), other.certificate(), other.between(), other.stapled());
    }

    /**
     * What a reader of passports sends for a challenge.
     *
     * @param latin surname, blank, given names, in capitals
     * @param copied whether the chip is a copy of the passport's
     */
    public String passport(String latin, LocalDate birthDate, boolean copied, Octets challenge) {
        List<String> names = List.of(latin.split(" ", 2));
        LocalDate expiry = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusYears(5);
        DemoPassport passport = country.passport(new DemoTraveller(
                names.getFirst(),
                names.getLast().replace(' ', '<'),
                birthDate,
                Gender.NOT_STATED,
                "DEMO00001",
                expiry));
        return ProofText.of((copied ? passport.cloned() : passport).prove(challenge));
    }

    private static Octets random() {
        byte[] bytes = new byte[CHALLENGE];
        RANDOM.nextBytes(bytes);
        return Octets.of(bytes);
    }
}
