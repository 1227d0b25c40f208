package sekisho.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.agrona.ExpandableArrayBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.Command;
import sekisho.protocol.MerchantCommand;
import sekisho.protocol.MerchantId;
import sekisho.protocol.RequestId;
import sekisho.protocol.WalletCommand;
import sekisho.protocol.WalletId;

final class ContentHashTest {
    private static final long SEED = 12;
    private static final BookId BOOK = new BookId(3);

    private final Samples samples = new Samples(SEED);

    static List<Class<?>> commands() {
        return Types.commands();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void anyFieldOfAnyCommandCounts(Class<?> type) {
        for (int i = 0; i < 20; i++) {
            Command<?> command = (Command<?>) samples.of(type);
            Set<Object> variants = new HashSet<>(Variants.of(command).values());
            Map<Long, Object> seen = new HashMap<>(Map.of(ContentHash.of(BOOK, 0, command), command));
            for (Object variant : variants) {
                Object before = seen.put(ContentHash.of(BOOK, 0, (Command<?>) variant), variant);
                assertThat(before).as("seed %d: %s", SEED, variant).isNull();
            }
        }
    }

    @Test
    void commandsOfDifferentKindsWithTheSameFieldsDiffer() {
        var wallet = new WalletId(1);
        assertThat(ContentHash.of(BOOK, 0, new WalletCommand.Close(wallet)))
                .isNotEqualTo(ContentHash.of(BOOK, 0, new MerchantCommand.Close(new MerchantId(1))));
    }

    @Test
    void bookAndEffectiveTimeCount() {
        for (int i = 0; i < 1_000; i++) {
            Command<?> command = samples.command();
            assertThat(List.of(
                            ContentHash.of(BOOK, 0, command),
                            ContentHash.of(BOOK, 1, command),
                            ContentHash.of(BOOK, 2, command),
                            ContentHash.of(new BookId(2), 0, command),
                            ContentHash.of(new BookId(1), 0, command)))
                    .as("seed %d", SEED)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void idAndFlagsDoNotCount() {
        var buffer = new ExpandableArrayBuffer();
        for (int i = 0; i < 100; i++) {
            Command<?> command = samples.command();
            RequestId id = samples.requestId();
            var encoder = new FrameEncoder().begin(buffer, 0, i, BOOK, samples.of(ClientId.class));
            assertThat(List.of(
                            encoder.add(id, command, false, false, 9),
                            encoder.add(id, command, true, false, 9),
                            encoder.add(samples.requestId(), command, false, true, 9)))
                    .containsOnly(ContentHash.of(BOOK, 9, command));
        }
    }
}
