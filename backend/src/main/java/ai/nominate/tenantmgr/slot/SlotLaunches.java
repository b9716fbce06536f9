package ai.nominate.tenantmgr.slot;

import ai.nominate.tenantmgr.config.LaunchFile;
import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.release.Release;
import ai.nominate.tenantmgr.tenant.TenantFiles;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;


import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;

/** The launch files of a slot as texts: one for each service of its release. */
@ApplicationScoped
class SlotLaunches {
    private final TenantFiles files;

    SlotLaunches(TenantFiles files) {
        this.files = files;
    }

    Map<ServiceName, String> of(TenantSnapshot tenant, Slot slot, Release release) {
        Map<ServiceName, String> launches = new EnumMap<>(ServiceName.class);
        release.manifest()
                .services()
                .forEach((service, spec) -> launches.put(
                        service,
                        LaunchFile.render(
                                files.environment(tenant.slug(), slot),
                                tenant.ports().port(slot, service),
                                release.directory(),
                                spec.command())));
        return launches;
    }
}
