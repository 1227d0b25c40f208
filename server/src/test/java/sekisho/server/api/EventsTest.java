package sekisho.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import sekisho.server.testing.Caller;
import sekisho.server.testing.SharedServer;
import sekisho.server.testing.World;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedServer.class)
final class EventsTest {
    private final World world;
    private final Caller caller;

    EventsTest(World world) {
        this.world = world;
        this.caller = world.operator();
    }

    @Test
    void tellEverythingInOrderWhateverThePage() {
        long start = end();
        String from = world.wallet();
        String to = world.emptyWallet("XTS");
        String key = Caller.newKey();
        caller.post(
                        "/v1/transfers",
                        "{\"from\":\"" + from + "\",\"to\":\"" + to + "\",\"amount\":5,\"currency\":\"XTS\"}",
                        key)
                .expect(201);
        List<JsonNode> small = read(start, 1);
        List<JsonNode> large = read(start, 1000);
        assertThat(small.stream().map(JsonNode::toString).toList())
                .isEqualTo(large.stream()
                        .limit(small.size())
                        .map(JsonNode::toString)
                        .toList());
        List<String> ofTransfer = new ArrayList<>();
        for (JsonNode event : large) {
            ofTransfer.add(event.at("/event/type").asString());
            if (event.at("/event/request").asString("").equals(key)) {
                break;
            }
            if (event.at("/event/type").asString().equals("answered")) {
                ofTransfer.clear();
            }
        }
        assertThat(ofTransfer).containsExactly("entry", "entry", "answered");
    }

    @Test
    void aReaderMayWaitForWhatComesNext() throws Exception {
        long start = end();
        Thread later = Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(300);
                caller.post("/v1/wallets", "{\"currency\":\"XTS\"}").expect(201);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        JsonNode page =
                caller.get("/v1/events?wait=10&after=" + start).expect(200).json();
        later.join();
        assertThat(page.path("events").size()).isPositive();
    }

    private long end() {
        long after = 0;
        JsonNode page;
        do {
            page = caller.get("/v1/events?limit=1000&after=" + after)
                    .expect(200)
                    .json();
            after = page.path("next").asLong();
        } while (page.path("more").asBoolean());
        return after;
    }

    private List<JsonNode> read(long after, int limit) {
        List<JsonNode> events = new ArrayList<>();
        JsonNode page;
        long next = after;
        do {
            page = caller.get("/v1/events?limit=" + limit + "&after=" + next)
                    .expect(200)
                    .json();
            page.path("events").forEach(events::add);
            next = page.path("next").asLong();
        } while (page.path("more").asBoolean());
        return events;
    }
}
