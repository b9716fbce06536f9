package ai.nominate.tenantmgr.log;

import ai.nominate.tenantmgr.settings.Setting;
import ai.nominate.tenantmgr.settings.SettingGroup;
import jakarta.inject.Singleton;
import java.util.List;

/** How long the manager's log is kept. */
@Singleton
class LogSettings implements SettingGroup {
    static final Setting<Integer> RETENTION = Setting.number(
            "log.retention",
            "log",
            "Days for which the manager's log and its requests are kept in the database, beside today.",
            14,
            1,
            365);

    @Override
    public int position() {
        return 260;
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(RETENTION);
    }
}
