package ai.nominate.tenantmgr.health;

import ai.nominate.tenantmgr.settings.Setting;
import ai.nominate.tenantmgr.settings.SettingGroup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** How often tenants are checked, what counts as a failure, and how long results are kept. */
@Singleton
class HealthSettings implements SettingGroup {
    private static final String GROUP = "health";

    static final Setting<Duration> INTERVAL = Setting.duration(
            "health.interval",
            GROUP,
            "Time between two checks of a tenant's site, backend and services.",
            "60s",
            "10s",
            "1h");

    static final Setting<Duration> SLOW_INTERVAL = Setting.duration(
            "health.slowInterval",
            GROUP,
            "Time between two checks of a tenant's database, disk and certificate.",
            "1h",
            "1m",
            "24h");

    static final Setting<Integer> FALL = Setting.number(
            "health.fall", GROUP, "How many bad results in a row make a check unhealthy or degraded.", 3, 1, 20);

    static final Setting<Integer> RISE =
            Setting.number("health.rise", GROUP, "How many good results in a row make a check healthy.", 2, 1, 20);

    static final Setting<Integer> MASS_PERCENT = Setting.number(
            "health.massPercent",
            GROUP,
            "If more than this share of a server's tenants begins to fail within 30 seconds, and at least 5 of them, the "
                    + "failures are held back for up to 10 minutes: the fault is probably the server's.",
            30,
            1,
            100);

    static final Setting<Integer> CERTIFICATE_DAYS = Setting.number(
            "health.certificateDays", GROUP, "Warn of a certificate that ends within so many days.", 14, 1, 365);

    static final Setting<Integer> DISK_PERCENT = Setting.number(
            "health.diskPercent", GROUP, "Warn if less than this share of a tenant's disk is free.", 10, 1, 90);

    static final Setting<Integer> CONNECTION_PERCENT = Setting.number(
            "health.connectionPercent",
            GROUP,
            "Warn if more than this share of the connections that a tenant's database role may open is in use.",
            90,
            10,
            100);

    static final Setting<Integer> SAMPLE_DAYS =
            Setting.number("health.sampleDays", GROUP, "Days for which each result is kept, beside today.", 2, 1, 30);

    static final Setting<Integer> FIVE_MINUTE_DAYS = Setting.number(
            "health.fiveMinuteDays", GROUP, "Days for which sums of five minutes are kept, beside today.", 14, 2, 90);

    static final Setting<Integer> HOUR_DAYS =
            Setting.number("health.hourDays", GROUP, "Days for which sums of an hour are kept.", 400, 30, 3660);

    @Override
    public int position() {
        return 255;
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(
                INTERVAL,
                SLOW_INTERVAL,
                FALL,
                RISE,
                MASS_PERCENT,
                CERTIFICATE_DAYS,
                DISK_PERCENT,
                CONNECTION_PERCENT,
                SAMPLE_DAYS,
                FIVE_MINUTE_DAYS,
                HOUR_DAYS);
    }
}
