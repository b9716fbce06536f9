package ai.nominate.tenantmgr.run;

import ai.nominate.tenantmgr.settings.Setting;
import ai.nominate.tenantmgr.settings.SettingGroup;
import jakarta.inject.Singleton;
import java.util.List;

/** The limit for the log of a run. */
@Singleton
class RunSettings implements SettingGroup {
    private static final String GROUP = "deployment";

    static final Setting<Integer> LOG_LINES = Setting.number(
            "deployment.logLines",
            GROUP,
            "Maximum number of log lines kept per deployment; further lines are counted and dropped.",
            20_000,
            1_000,
            1_000_000);

    @Override
    public int position() {
        return 230;
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(LOG_LINES);
    }
}
