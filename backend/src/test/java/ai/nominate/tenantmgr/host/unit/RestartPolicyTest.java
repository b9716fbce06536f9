package ai.nominate.tenantmgr.host.unit;


import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RestartPolicyTest {
    @Test
    void pauses_double_up_to_half_a_minute_and_the_tenth_quick_end_is_the_last() {
        RestartPolicy policy = RestartPolicy.STANDARD;
        assertThat(IntStream.rangeClosed(0, 7).mapToObj(policy::pause).map(Duration::toSeconds))
                .containsExactly(1L, 1L, 2L, 4L, 8L, 16L, 30L, 30L);
        assertThat(policy.givesUp(9)).isFalse();
        assertThat(policy.givesUp(10)).isTrue();
    }
}
