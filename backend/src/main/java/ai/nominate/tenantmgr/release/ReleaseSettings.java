package ai.nominate.tenantmgr.release;

import ai.nominate.tenantmgr.settings.Setting;
import ai.nominate.tenantmgr.settings.SettingGroup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Limits for the build of a release, and how many releases are kept. */
@Singleton
public class ReleaseSettings implements SettingGroup {
    private static final String GROUP = "deployment";

    public static final Setting<Duration> BUILD_TIMEOUT = Setting.duration(
            "deployment.buildTimeout", GROUP, "Time limit for fetching and building a release.", "15m", "10s", "4h");

    public static final Setting<Integer> RELEASES_KEPT = Setting.number(
            "deployment.releasesKept",
            GROUP,
            "Number of releases kept on disk in addition to those in use and those needed for a rollback.",
            5,
            0,
            100);

    ReleaseSettings() {}

    @Override
    public int position() {
        return 200;
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(BUILD_TIMEOUT, RELEASES_KEPT);
    }
}
