package ai.nominate.tenantmgr.tenant;

import ai.nominate.tenantmgr.settings.Setting;
import ai.nominate.tenantmgr.settings.SettingGroup;
import jakarta.inject.Singleton;
import java.util.List;

/** The domain names that tenants may have. */
@Singleton
public class DomainSettings implements SettingGroup {
    public static final Setting<Boolean> STRICT_NAMES = Setting.bool(
            "domain.strictNames",
            "domain",
            "Refuse new domain names that are reserved for special use (such as local, internal, test, example, "
                    + "invalid and another tenant's localhost name) or look like another name. Otherwise they are "
                    + "accepted, and the tenant has a warning.",
            false);

    DomainSettings() {}

    @Override
    public int position() {
        return 310;
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(STRICT_NAMES);
    }
}
