package ai.nominate.tenantmgr.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronScheduleTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            15 3 * * *       | 2026-01-31T03:15 | 2026-02-01T03:15
            */20 * * * *     | 2026-01-31T03:21 | 2026-01-31T03:40
            0 9-17/4 * * 1-5 | 2026-01-30T17:00 | 2026-02-02T09:00
            0 0 29 2 *       | 2026-01-01T00:00 | 2028-02-29T00:00
            0 0 1 * 7        | 2026-02-02T00:00 | 2026-02-08T00:00
            0 0 * * 0        | 2026-02-02T00:00 | 2026-02-08T00:00
            5,10 1 1 1,7 *   | 2026-01-01T01:05 | 2026-01-01T01:10
            30 2 * * *       | 2026-03-29T00:00 | 2026-03-30T02:30
            """)
    void the_next_time_is_in_the_zone_of_the_tenant(String schedule, LocalDateTime after, LocalDateTime next) {
        assertThat(new CronSchedule(schedule.strip()).next(after.atZone(ZONE))).contains(next.atZone(ZONE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "* * * *",
                "60 * * * *",
                "* 24 * * *",
                "* * 0 * *",
                "* * * 13 *",
                "* * * * 8",
                "0 0 31 2 *",
                "5-1 * * * *",
                "*/0 * * * *",
                "a * * * *",
                "@daily",
                "* * * * * *"
            })
    void what_is_no_schedule_is_refused(String schedule) {
        assertThatThrownBy(() -> new CronSchedule(schedule)).isInstanceOf(InvalidValue.class);
    }
}
