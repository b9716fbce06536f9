package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.deployment.DeployContext;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.release.Release;
import ai.nominate.tenantmgr.release.Releases;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;

/** The release that a run has pinned, or a slot holds. */
@ApplicationScoped
class SlotRelease {
    private final Releases releases;

    SlotRelease(Releases releases) {
        this.releases = releases;
    }

    Release of(DeployContext context) {
        return of(context.pinned().release());
    }

    /** What a slot that holds a release runs. */
    Release of(TenantSnapshot tenant, Slot slot) {
        return of(tenant.slot(slot).release().orElseThrow());
    }

    private Release of(String id) {
        return Reactive.await(() -> Panache.withSession(() -> releases.find(id)));
    }
}
