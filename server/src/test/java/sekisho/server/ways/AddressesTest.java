package sekisho.server.ways;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sekisho.protocol.Command;
import sekisho.server.testing.RunningServer;
import sekisho.server.testing.WebClient;

/** Every address and every filter of a running server stands in docs/ways-in.md, with who may come in; and nothing else does. */
final class AddressesTest {
    private static final Set<String> KINDS = Set.of(
            "anybody", "guest", "customer", "shopkeeper", "staff", "client", "bank", "this machine", "demonstration");

    @TempDir
    static Path folder;

    private static RunningServer running;

    @BeforeAll
    static void start() {
        // Everything that can be switched on is.
        running = RunningServer.start(
                folder,
                settings -> settings.withDemo(true)
                        .withMore(Map.of(
                                "sekisho.identity.demonstration", "true",
                                "sekisho.post-box", "true",
                                "sekisho.access.tokens-per-second", "10000")));
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void everyAddressIsClassified() {
        Map<String, WayIn> table = WayIn.below("Addresses");
        Map<String, Addresses.Address> there = Addresses.of(running.server());
        List<String> missing = there.values().stream()
                .filter(address -> !table.containsKey(address.name()))
                .map(address ->
                        new WayIn(address.name(), Objects.requireNonNullElse(address.who(), "?"), List.of()).row())
                .toList();
        assertThat(missing)
                .as("rows that docs/ways-in.md lacks below Addresses")
                .isEmpty();
        Set<String> gone = new TreeSet<>(table.keySet());
        gone.removeAll(there.keySet());
        assertThat(gone)
                .as("rows of docs/ways-in.md that no address belongs to")
                .isEmpty();
    }

    @Test
    void everyClassIsWhatTheHandlerAsksFor() {
        Map<String, WayIn> table = WayIn.below("Addresses");
        List<String> wrong = new ArrayList<>();
        Addresses.of(running.server()).forEach((name, address) -> {
            WayIn way = table.get(name);
            if (way != null && address.who() != null && !way.who().equals(address.who())) {
                wrong.add(name + " is for " + address.who() + ", not for " + way.who());
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(table.values())
                .allSatisfy(way -> assertThat(KINDS)
                        .as(way.name())
                        .contains(way.who().startsWith("client") ? "client" : way.who()));
    }

    @Test
    void whoIsNotSignedInComesNoFurtherThanTheDoor() {
        var web = new WebClient(running.server().baseUrl());
        List<String> open = new ArrayList<>();
        for (WayIn way : WayIn.below("Addresses").values()) {
            boolean closed = !Set.of("anybody", "bank", "demonstration").contains(way.who());
            if (closed && way.name().startsWith("GET ")) {
                var shown = web.get(way.name().substring(4).replaceAll("\\{[^}]*}|\\*+", "1"));
                // The console is at an origin of its own, and nowhere else.
                boolean refused = shown.status() == 401
                        || shown.status() == 403
                        || (way.who().equals("staff") && shown.status() == 404)
                        || (shown.status() == 303 && shown.leadsTo().endsWith("/sign-in"));
                // Metrics are for this machine, and this is one.
                if (!refused && !way.who().equals("this machine")) {
                    open.add(way.name() + " for " + way.who() + " answered " + shown.status());
                }
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void everyFilterOfASecurityChainIsClassified() {
        Map<String, WayIn> table = WayIn.below("Filters");
        Set<String> there = new TreeSet<>(Addresses.filters(running.server()));
        assertThat(new TreeSet<>(table.keySet())).isEqualTo(there);
    }

    @Test
    void everyCommandThatIsNamedExists() {
        Set<String> all = new TreeSet<>();
        leaves(Command.class)
                .forEach(type -> all.add(
                        type.getEnclosingClass().getSimpleName().replace("Command", "") + "." + type.getSimpleName()));
        WayIn.below("Addresses")
                .values()
                .forEach(way -> assertThat(all).as(way.name()).containsAll(way.commands()));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Stream.of(type.getPermittedSubclasses()).flatMap(AddressesTest::leaves);
    }
}
