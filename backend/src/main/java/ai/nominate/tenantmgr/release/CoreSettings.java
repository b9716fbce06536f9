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
            "Where the core application comes from when a tenant names no source: a git address, or the path of a directory "
                    + "on this server. Empty means the source that the manager was started with.",
            "");

    public static final Setting<String> CORE_REF = Setting.text(
            "core.ref",
            GROUP,
            "The branch, tag or commit that is deployed when neither tenant nor request names one. Empty means the "
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
