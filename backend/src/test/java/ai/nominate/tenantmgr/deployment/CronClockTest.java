package ai.nominate.tenantmgr.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.manifest.CronSchedule;
import ai.nominate.tenantmgr.manifest.CronSpec;
import ai.nominate.tenantmgr.tenant.TenantTimeZone;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CronClockTest {
    private static final ZonedDateTime NOON = ZonedDateTime.parse("2026-03-01T12:00:00Z");

    @Test
    void each_minute_since_the_last_look_is_looked_at_once_but_no_long_absence_is_made_up_for() {
        assertThat(CronClock.minutes(NOON, NOON)).isEmpty();
        assertThat(CronClock.minutes(NOON, NOON.plusMinutes(2)))
                .containsExactly(NOON.plusMinutes(1), NOON.plusMinutes(2));
        assertThat(CronClock.minutes(NOON.minusDays(1), NOON)).hasSize(5).last().isEqualTo(NOON);
        assertThat(CronClock.minutes(NOON, NOON.minusHours(1)))
                .as("the clock was set back")
                .isEmpty();
    }

    @Test
    void a_tenants_time_zone_decides_when_its_commands_are_due() {
        CronSpec entry = new CronSpec("x", new CronSchedule("0 13 * * *"), List.of("x"), Duration.ofMinutes(1));
        Optional<TenantTimeZone> berlin = Optional.of(new TenantTimeZone("Europe/Berlin"));

        assertThat(CronClock.isDue(entry, CronClock.inZone(berlin, NOON))).isTrue();
        assertThat(CronClock.isDue(entry, CronClock.inZone(Optional.empty(), NOON)))
                .isFalse();
    }

    @Test
    void a_command_is_due_in_its_minute_alone() {
        CronSpec entry = new CronSpec("x", new CronSchedule("0 12 * * *"), List.of("x"), Duration.ofMinutes(1));

        assertThat(CronClock.isDue(entry, NOON)).isTrue();
        assertThat(CronClock.isDue(entry, NOON.plusMinutes(1))).isFalse();
        assertThat(CronClock.isDue(entry, NOON.minusMinutes(1))).isFalse();
    }
}
