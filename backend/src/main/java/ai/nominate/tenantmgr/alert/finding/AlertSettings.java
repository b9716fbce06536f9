package ai.nominate.tenantmgr.alert.finding;

import ai.nominate.tenantmgr.settings.Setting;
import ai.nominate.tenantmgr.settings.SettingGroup;
import jakarta.inject.Singleton;
import java.util.List;

/** What is trouble, and for how long it is kept. */
@Singleton
public class AlertSettings implements SettingGroup {
    private static final String GROUP = "alerts";

    static final Setting<Integer> DISK_PERCENT = Setting.number(
            "alerts.diskPercent", GROUP, "Raise an alert when this share of a server's disk is in use.", 90, 50, 99);

    public static final Setting<Integer> MASS_PERCENT = Setting.number(
            "alerts.massPercent",
            GROUP,
            "If more than this share of a server's tenants fails at once, and at least 5 of them, one message speaks for all.",
            30,
            1,
            100);

    public static final Setting<Integer> DAYS = Setting.number(
            "alerts.days", GROUP, "Days for which past alerts and their messages are kept.", 90, 1, 3660);

    @Override
    public int position() {
        return 256;
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(DISK_PERCENT, MASS_PERCENT, DAYS);
    }
}
