package sekisho.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class RecentChangesTest {
    private static final Instant BEGAN = Instant.parse("2026-11-24T00:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(BEGAN);
    private final RecentChanges<String> changes = new RecentChanges<>(now::get);

    @Test
    void aChangeIsKnownToWhoSawSomethingBeforeItOrAtTheSameTime() {
        now.set(BEGAN.plusSeconds(10));
        changes.note("alice");
        long then = now.get().toEpochMilli();
        assertThat(changes.since("alice", then - 1)).isTrue();
        assertThat(changes.since("alice", then)).isTrue();
        assertThat(changes.since("alice", then + 1)).isFalse();
        assertThat(changes.since("bob", then - 1)).isFalse();
    }

    @Test
    void whatWasSeenTooLongAgoMayHaveChanged() {
        now.set(BEGAN.plus(RecentChanges.KEPT));
        assertThat(changes.since("alice", BEGAN.toEpochMilli())).isFalse();
        assertThat(changes.since("alice", BEGAN.toEpochMilli() - 1)).isTrue();
    }
}
