package ai.nominate.tenantmgr.settings;

import java.util.Locale;

/** The types of settings. The names are those of the API. */
public enum SettingType {
    STRING,
    INT,
    BOOL,
    DURATION,
    SECRET,
    URL,
    PATH,
    CRON,
    EMAIL;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
