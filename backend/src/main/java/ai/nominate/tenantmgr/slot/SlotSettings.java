package ai.nominate.tenantmgr.slot;

import ai.nominate.tenantmgr.settings.Setting;
import ai.nominate.tenantmgr.settings.SettingGroup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Limits for the start and the stop of the services of a slot. */
@Singleton
public class SlotSettings implements SettingGroup {
    private static final String GROUP = "deployment";

    public static final Setting<Duration> START_TIMEOUT = Setting.duration(
            "deployment.startTimeout",
            GROUP,
            "Time limit for a new release to pass its health checks.",
            "60s",
            "1s",
            "30m");

    public static final Setting<Duration> STOP_GRACE = Setting.duration(
            "deployment.stopGrace",
            GROUP,
            "How long a service may take to stop before it is killed.",
            "15s",
            "1s",
            "10m");

    public static final Setting<Duration> DRAIN_TIMEOUT = Setting.duration(
            "deployment.drainTimeout",
            GROUP,
            "How long the old release may finish running requests, such as downloads and event streams.",
            "60s",
            "1s",
            "4h");

    SlotSettings() {}

    @Override
    public int position() {
        return 210;
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(START_TIMEOUT, STOP_GRACE, DRAIN_TIMEOUT);
    }
}
