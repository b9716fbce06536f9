package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.settings.Setting;
import ai.nominate.tenantmgr.settings.SettingGroup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Limits for a deployment as a whole. */
@Singleton
class DeploymentSettings implements SettingGroup {
    private static final String GROUP = "deployment";

    static final Setting<Duration> MIGRATE_TIMEOUT = Setting.duration(
            "deployment.migrateTimeout",
            GROUP,
            "Time limit for initialising and migrating a tenant's database.",
            "10m",
            "5s",
            "4h");

    static final Setting<Duration> WATCH_TIME = Setting.duration(
            "deployment.watchTime",
            GROUP,
            "How long a new release must stay healthy before traffic is switched to it.",
            "5s",
            "0s",
            "10m");

    static final Setting<Duration> COMMAND_TIMEOUT = Setting.duration(
            "deployment.commandTimeout", GROUP, "Time limit for a one-off command of a tenant.", "1h", "5s", "24h");

    static final Setting<Duration> BACKUP_TIMEOUT = Setting.duration(
            "deployment.backupTimeout",
            GROUP,
            "Time limit for restoring a database after a breaking migration that failed.",
            "30m",
            "10s",
            "12h");

    @Override
    public int position() {
        return 220;
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(MIGRATE_TIMEOUT, WATCH_TIME, BACKUP_TIMEOUT, COMMAND_TIMEOUT);
    }
}
