package ai.nominate.tenantmgr.backup.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DailyTimesTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-28T12:00:00Z, 2026-03-29T01:30:00Z", // 02:30 does not exist: 03:30 summer time
        "2026-03-29T01:30:00Z, 2026-03-30T00:30:00Z",
        "2026-10-24T12:00:00Z, 2026-10-25T00:30:00Z", // 02:30 comes twice: the first
        "2026-10-25T00:30:00Z, 2026-10-26T01:30:00Z"
    })
    void passes_over_daylight_saving_with_one_time_a_day(Instant after, Instant next) {
        assertThat(new DailyTimes(LocalTime.of(2, 30), Set.of(), ZoneId.of("Europe/Prague")).next(after))
                .isEqualTo(next);
    }

    @Test
    void keeps_to_its_days_of_the_week() {
        DailyTimes sundays = new DailyTimes(LocalTime.of(4, 0), Set.of(7), ZoneId.of("UTC"));

        assertThat(sundays.next(Instant.parse("2026-11-28T12:00:00Z"))).isEqualTo("2026-11-29T04:00:00Z");
        assertThat(sundays.next(Instant.parse("2026-11-29T04:00:00Z"))).isEqualTo("2026-12-06T04:00:00Z");
    }

    @Test
    void after_a_long_absence_only_the_last_time_counts() {
        DailyTimes nightly = new DailyTimes(LocalTime.of(4, 0), Set.of(), ZoneId.of("UTC"));

        assertThat(nightly.last(Instant.parse("2026-11-01T04:00:00Z"), Instant.parse("2026-11-28T04:00:01Z")))
                .isEqualTo("2026-11-28T04:00:00Z");
        assertThat(nightly.last(Instant.parse("2026-11-01T04:00:00Z"), Instant.parse("2026-11-02T03:59:59Z")))
                .isEqualTo("2026-11-01T04:00:00Z");
    }

    @Test
    void each_day_has_exactly_one_time_in_every_zone() {
        for (String name : Set.of("Pacific/Apia", "America/St_Johns", "Australia/Lord_Howe", "Africa/Casablanca")) {
            ZoneId zone = ZoneId.of(name);
            DailyTimes times = new DailyTimes(LocalTime.of(2, 15), Set.of(), zone);
            Set<LocalDate> days = new HashSet<>();
            Instant at = Instant.parse("2026-01-01T12:00:00Z");
            for (int i = 0; i < 800; i++) {
                at = times.next(at);
                assertThat(days.add(at.atZone(zone).toLocalDate())).isTrue();
            }
        }
    }
}
