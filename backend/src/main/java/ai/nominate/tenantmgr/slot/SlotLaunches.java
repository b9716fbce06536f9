package ai.nominate.tenantmgr.slot;

import ai.nominate.tenantmgr.config.LaunchFile;
import ai.nominate.tenantmgr.kernel.EnvKey;
import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.manifest.EnvDefaults;
import ai.nominate.tenantmgr.manifest.Manifest;
import ai.nominate.tenantmgr.manifest.Placeholders;
import ai.nominate.tenantmgr.release.Release;
import ai.nominate.tenantmgr.tenant.TenantFiles;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The launch files of a slot as texts: one for each service of its release. */
@ApplicationScoped
class SlotLaunches {
    private final TenantFiles files;

    SlotLaunches(TenantFiles files) {
        this.files = files;
    }

    Map<ServiceName, String> of(TenantSnapshot tenant, Slot slot, Release release) {
        Manifest manifest = release.manifest();
        Map<EnvKey, Placeholders> defaults = new EnvDefaults(manifest.env().defaults()).ofService();
        Map<ServiceName, String> launches = new TreeMap<>();
        manifest.services()
                .forEach((service, spec) -> launches.put(
                        service,
                        LaunchFile.render(
                                Optional.of(files.environment(tenant.slug(), slot)),
                                SlotManifests.port(tenant, slot, manifest, service),
                                defaults,
                                release.directory(),
                                spec.command())));
        return launches;
    }
}
