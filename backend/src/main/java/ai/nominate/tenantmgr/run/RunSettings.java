package ai.nominate.tenantmgr.run;

import ai.nominate.tenantmgr.settings.Setting;
import ai.nominate.tenantmgr.settings.SettingGroup;
import jakarta.inject.Singleton;
import java.util.List;

/** The limits for the log of a run. */
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

    static final Setting<Integer> LOG_MIB = Setting.number(
            "deployment.logSizeMiB",
            GROUP,
            "Maximum size of the log kept per deployment, in MiB; further lines are counted and dropped.",
            64,
            1,
            4096);

    static final Setting<Integer> LOG_RETENTION = Setting.number(
            "deployment.logRetention",
            GROUP,
            "Days after its end for which the log of a run is kept. Its steps and its result are kept longer.",
            90,
            1,
            3650);

    @Override
    public int position() {
        return 230;
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(LOG_LINES, LOG_MIB, LOG_RETENTION);
    }
}
