package ai.nominate.tenantmgr.slot;

import ai.nominate.tenantmgr.host.process.Limits;
import ai.nominate.tenantmgr.host.unit.UnitId;
import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import jakarta.enterprise.context.ApplicationScoped;

/** What a slot's services may use, by the manifest of the release that the slot leads to. Blocks. */
@ApplicationScoped
class SlotLimits {
    private final SlotManifests manifests;

    SlotLimits(SlotManifests manifests) {
        this.manifests = manifests;
    }

    /** A slot that leads to no release has no limits. */
    Limits of(TenantSlug slug, Slot slot, ServiceName service) {
        return manifests
                .service(new UnitId(slug, slot, service))
                .map(spec -> new Limits(spec.memoryBytes(), spec.tasks()))
                .orElseGet(() -> new Limits(0, 0));
    }
}
