package ai.nominate.tenantmgr.traffic;

import ai.nominate.tenantmgr.settings.Setting;
import ai.nominate.tenantmgr.settings.SettingGroup;
import jakarta.inject.Singleton;
import java.util.List;

/** How long numbers of requests are kept. */
@Singleton
class TrafficSettings implements SettingGroup {
    private static final String GROUP = "traffic";

    static final Setting<Integer> MINUTE_DAYS = Setting.number(
            "traffic.minuteDays", GROUP, "Days for which requests of each minute are kept, beside today.", 2, 1, 30);
    static final Setting<Integer> HOUR_DAYS =
            Setting.number("traffic.hourDays", GROUP, "Days for which requests of each hour are kept.", 400, 30, 3660);

    @Override
    public int position() {
        return 258;
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(MINUTE_DAYS, HOUR_DAYS);
    }
}
