package sekisho.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class RateBucketTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @Test
    void givesItsSizeAtOnceAndItsRateAfterwards() {
        var bucket = new RateBucket(10, 0);
        for (int left = 19; left >= 0; left--) {
            assertThat(bucket.spend(0)).isEqualTo(left);
        }
        assertThat(bucket.spend(0)).isEqualTo(-1);
        assertThat(bucket.secondsToFull(0)).isEqualTo(2);
        assertThat(bucket.spend(SECOND / 10 - 1)).isEqualTo(-1);
        assertThat(bucket.spend(SECOND / 10)).isZero();
        int spent = 0;
        for (long now = SECOND; now < 11 * SECOND; now += SECOND / 100) {
            spent += bucket.spend(now) >= 0 ? 1 : 0;
        }
        assertThat(spent).isBetween(100, 110);
    }

    @Test
    void isFullAgainAfterAWhileAndNoFuller() {
        var bucket = new RateBucket(1, 0);
        assertThat(bucket.spend(0)).isEqualTo(1);
        assertThat(bucket.spend(1000 * SECOND)).isEqualTo(1);
        assertThat(bucket.spend(1000 * SECOND)).isZero();
        assertThat(bucket.spend(1000 * SECOND)).isEqualTo(-1);
    }

    @Test
    void worksWhereTheClockOfNanosecondsWraps() {
        var bucket = new RateBucket(1, Long.MAX_VALUE);
        assertThat(bucket.spend(Long.MAX_VALUE)).isEqualTo(1);
        assertThat(bucket.spend(Long.MIN_VALUE)).isZero();
        assertThat(bucket.spend(Long.MIN_VALUE)).isEqualTo(-1);
    }
}
