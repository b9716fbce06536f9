package ai.nominate.tenantmgr.health;

import ai.nominate.tenantmgr.health.probe.CheckKind;
import ai.nominate.tenantmgr.health.probe.WarningLimits;
import ai.nominate.tenantmgr.settings.Setting;
import ai.nominate.tenantmgr.settings.Settings;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** The settings of checks at one moment. */
record HealthLimits(
        Duration interval, Duration slowInterval, Thresholds thresholds, int massPercent, WarningLimits warnings) {

    Duration of(CheckKind kind) {
        return kind.isFrequent() ? interval : slowInterval;
    }

    static Uni<HealthLimits> read(Settings settings) {
        return settings.get(HealthSettings.INTERVAL)
                .flatMap(interval -> settings.get(HealthSettings.SLOW_INTERVAL)
                        .flatMap(slow -> thresholds(settings)
                                .flatMap(thresholds -> settings.get(HealthSettings.MASS_PERCENT)
                                        .flatMap(percent -> warnings(settings)
                                                .map(warnings -> new HealthLimits(
                                                        interval, slow, thresholds, percent, warnings))))));
    }

    private static Uni<Thresholds> thresholds(Settings settings) {
        return pair(settings, HealthSettings.FALL, HealthSettings.RISE).map(both -> new Thresholds(both[0], both[1]));
    }

    private static Uni<WarningLimits> warnings(Settings settings) {
        return pair(settings, HealthSettings.CERTIFICATE_DAYS, HealthSettings.DISK_PERCENT)
                .flatMap(both -> settings.get(HealthSettings.CONNECTION_PERCENT)
                        .map(connections -> new WarningLimits(both[0], both[1], connections)));
    }

    private static Uni<int[]> pair(Settings settings, Setting<Integer> first, Setting<Integer> second) {
        return settings.get(first).flatMap(one -> settings.get(second).map(other -> new int[] {one, other}));
    }
}
