package ai.nominate.tenantmgr.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrafficLineTest {
    @Test
    void a_line_has_time_tenant_status_bytes_and_duration() {
        assertThat(TrafficLine.parse("1772366400.125 harbour 404 5120 0.034"))
                .contains(new TrafficLine(Instant.parse("2026-03-01T12:00:00.125Z"), "harbour", 404, 5120, 34));
    }

    @Test
    void a_stream_is_not_timed() {
        assertThat(TrafficLine.parse("1772366400.125 harbour 101 9 -"))
                .hasValueSatisfying(line -> assertThat(line.ms()).isEqualTo(-1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\0\0\0",
                "400.125 harbour 404 5120",
                "1772366400 harbour 200 1 0.001",
                "1772366400.1 harbour 200 1 0.001",
                "1772366400.125  200 1 0.001",
                "1772366400.125 harbour OK 1 0.001",
                "1772366400.125 harbour 200 1 fast",
                "1772366400.125 harbour 200 1 0.001 more",
            })
    void anything_else_is_no_line(String text) {
        assertThat(TrafficLine.parse(text)).isEmpty();
        assertThat(TrafficLine.parse("1772366400.125 " + "x".repeat(300) + " 200 1 0.001"))
                .isEmpty();
    }
}
