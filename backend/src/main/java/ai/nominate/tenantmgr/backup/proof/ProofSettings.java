package ai.nominate.tenantmgr.backup.proof;

import ai.nominate.tenantmgr.settings.Setting;
import ai.nominate.tenantmgr.settings.SettingGroup;
import jakarta.inject.Singleton;
import java.util.List;

/** How often backups are proven by themselves. */
@Singleton
class ProofSettings implements SettingGroup {
    static final Setting<Integer> DAYS = Setting.number(
            "backup.proofDays",
            "backup",
            "Days after which the newest backup of a tenant is proven again: restored, started and asked. The first"
                    + " one, and the first of a new release, are proven at once. 0 proves none by itself.",
            7,
            0,
            90);

    ProofSettings() {}

    @Override
    public int position() {
        return 241;
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(DAYS);
    }
}
