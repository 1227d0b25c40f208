package sekisho.bank.fapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sekisho.bank.outgoing.Reach;
import sekisho.bank.redirect.Attribute;
import sekisho.bank.redirect.LinkResult;
import sekisho.bank.redirect.OpaqueId;
import sekisho.bank.redirect.Purpose;

/** Two banks, our connector to the first, and a person who goes there and comes back. */
final class Trip implements AutoCloseable {
    static final String CLIENT = "sekisho";
    static final ECKey KEY = Keys.next();
    static final URI RETURN = URI.create("http://localhost:8080/link/fapi/return");
    static final String BINDING = "b".repeat(43);
    static final Map<Attribute, String> PERSON = Map.of(
            Attribute.NAME_KANJI, "汐見　花子",
            Attribute.BIRTH_DATE, "1990-04-01",
            Attribute.PHONE, "090-1234-5678");
    static final FapiRequest REQUEST =
            new FapiRequest(Purpose.LINK, new OpaqueId("1".repeat(32)), BINDING, PERSON.keySet());

    final SmallBank bank;
    final SmallBank otherBank;
    final FapiConnector connector;
    /** How far our clock is ahead. */
    Duration later = Duration.ZERO;

    Trip() {
        try {
            bank = new SmallBank(CLIENT, KEY);
            otherBank = new SmallBank(CLIENT, KEY);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        connector = connector(bank.issuer());
    }

    FapiConnector connector(URI issuer) {
        var settings = new FapiBank(issuer, CLIENT, KEY, RETURN, Reach.INTERNET, Set.of("jp_aml"), true);
        return new FapiConnector(
                settings,
                Set.of(bank.issuer(), otherBank.issuer()),
                Comparison.exact(),
                () -> Instant.now().plus(later),
                new SecureRandom());
    }

    Departure.Ready ready() {
        return ready(REQUEST);
    }

    Departure.Ready ready(FapiRequest request) {
        return switch (connector.depart(request)) {
            case Departure.Ready ready -> ready;
            case Departure.TurnedDown other -> throw new AssertionError(other);
            case Departure.Refused other -> throw new AssertionError(other);
            case Departure.Unanswered other -> throw new AssertionError(other);
        };
    }

    Arrival arrive(String query, SentAuthorisation sent) {
        return connector.arrive(query, sent, BINDING, PERSON);
    }

    /** There and back. */
    Arrival whole() {
        Departure.Ready ready = ready();
        return arrive(bank.agree(ready.goTo()), ready.sent());
    }

    static LinkResult identified(Arrival arrival) {
        assertThat(arrival).isInstanceOf(Arrival.Identified.class);
        return ((Arrival.Identified) arrival).result();
    }

    static void refused(Arrival arrival, FapiRefusal reason) {
        assertThat(arrival).isEqualTo(new Arrival.Refused(reason));
    }

    /** Changes a field, or takes it away. */
    static void put(Map<String, Object> map, String key, @Nullable Object value) {
        if (value == null) {
            map.remove(key);
        } else {
            map.put(key, value);
        }
    }

    @Override
    public void close() {
        connector.close();
        bank.close();
        otherBank.close();
    }
}
