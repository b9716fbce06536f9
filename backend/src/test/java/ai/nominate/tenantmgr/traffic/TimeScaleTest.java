package ai.nominate.tenantmgr.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TimeScaleTest {
    @Test
    void a_time_has_the_first_place_that_is_long_enough() {
        assertThat(TimeScale.place(0)).isZero();
        assertThat(TimeScale.place(1)).isZero();
        assertThat(TimeScale.place(2)).isEqualTo(1);
        assertThat(TimeScale.place(4)).isEqualTo(3);
        assertThat(TimeScale.place(60_000)).isEqualTo(TimeScale.PLACES - 2);
        assertThat(TimeScale.place(60_001)).isEqualTo(TimeScale.PLACES - 1);
        assertThat(TimeScale.place(Integer.MAX_VALUE)).isEqualTo(TimeScale.PLACES - 1);
    }

    @Test
    void nothing_has_no_percentile() {
        assertThat(TimeScale.quantile(new long[0], 0.95)).isNull();
        assertThat(TimeScale.quantile(new long[TimeScale.PLACES], 0.5)).isNull();
    }

    @Test
    void one_slow_request_of_a_hundred_does_not_move_the_95th_percentile() {
        long[] counts = new long[TimeScale.PLACES];
        counts[TimeScale.place(10)] = 99;
        counts[TimeScale.place(9_000)] = 1;

        assertThat(TimeScale.quantile(counts, 0.5)).isBetween(8, 10);
        assertThat(TimeScale.quantile(counts, 0.95)).isBetween(8, 10);
        assertThat(TimeScale.quantile(counts, 1)).isEqualTo(10_000);
    }

    @Test
    void times_over_a_minute_are_told_as_a_minute() {
        long[] counts = new long[TimeScale.PLACES];
        counts[TimeScale.PLACES - 1] = 3;

        assertThat(TimeScale.quantile(counts, 0.95)).isEqualTo(60_000);
    }

    @Test
    void a_percentile_is_within_a_third_of_the_true_one() {
        Random random = new Random(7);
        int[] times =
                random.ints(5_000, 0, 4_000).map(n -> n * n / 4_000).sorted().toArray();
        long[] counts = new long[TimeScale.PLACES];
        for (int time : times) {
            counts[TimeScale.place(time)]++;
        }
        for (double share : new double[] {0.5, 0.9, 0.95, 0.99}) {
            int exact = times[(int) (share * times.length) - 1];
            assertThat(TimeScale.quantile(counts, share)).isBetween(exact * 2 / 3, exact * 4 / 3);
        }
    }
}
