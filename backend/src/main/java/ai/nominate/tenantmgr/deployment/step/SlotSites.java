package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.manifest.Manifest;
import ai.nominate.tenantmgr.manifest.ServicePorts;
import ai.nominate.tenantmgr.nginx.Routes;
import ai.nominate.tenantmgr.nginx.SlotSite;
import ai.nominate.tenantmgr.release.Release;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import java.util.HashMap;
import java.util.Map;

/** The NGINX entry of a slot: the tenant's ports, and the routes and theme paths of the slot's release. */
public final class SlotSites {
    private SlotSites() {}

    public static SlotSite of(TenantSnapshot tenant, Slot slot, Release release) {
        Manifest manifest = release.manifest();
        Map<Integer, PortNumber> ports = new HashMap<>();
        ServicePorts.of(manifest)
                .positions()
                .values()
                .forEach(position -> ports.put(position, tenant.ports().port(slot, position)));
        Map<String, String> theme = new HashMap<>();
        manifest.theme().css().ifPresent(path -> theme.put(path, "theme.css"));
        manifest.theme().logo().ifPresent(path -> theme.put(path, "logo"));
        return new SlotSite(ports, release.id(), Routes.of(manifest, theme));
    }
}
