package ai.nominate.tenantmgr.port;

import ai.nominate.tenantmgr.kernel.PortRange;
import ai.nominate.tenantmgr.settings.Setting;
import ai.nominate.tenantmgr.settings.SettingGroup;
import jakarta.inject.Singleton;
import java.util.List;

/** The ports that tenants get. */
@Singleton
class PortSettings implements SettingGroup {
    private static final String GROUP = "port";

    static final Setting<PortRange> PORT_RANGE = Setting.ports(
                    "port.range",
                    GROUP,
                    "Port range of this manager's server, first and last port. Each tenant gets a block of four. Takes "
                            + "effect immediately; a range that excludes a leased block is rejected.",
                    "20000-29999")
            .defaultFrom("tenantmgr.port-range")
            .ofEachServer();

    @Override
    public int position() {
        return 300;
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(PORT_RANGE);
    }
}
