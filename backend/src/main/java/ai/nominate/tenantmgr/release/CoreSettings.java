package ai.nominate.tenantmgr.release;

import ai.nominate.tenantmgr.settings.Setting;
import ai.nominate.tenantmgr.settings.SettingGroup;
import jakarta.inject.Singleton;
import java.util.List;

/** Where the core application comes from when a tenant names no source. */
@Singleton
public class CoreSettings implements SettingGroup {
    private static final String GROUP = "core";

    public static final Setting<String> CORE_SOURCE = Setting.text(
            "core.source",
            GROUP,
            "Default source of the core application for tenants without their own: a git address, or the "
                    + "path of a directory on this server. Empty: the source that the manager was started with.",
            "");

    public static final Setting<String> CORE_REF = Setting.text(
            "core.ref",
            GROUP,
            "Default branch, tag or commit if neither tenant nor request sets one. Empty: the "
                    + "repository's default branch.",
            "");

    CoreSettings() {}

    @Override
    public int position() {
        return 100;
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(CORE_SOURCE, CORE_REF);
    }
}
