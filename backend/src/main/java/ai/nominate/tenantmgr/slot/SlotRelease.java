package ai.nominate.tenantmgr.slot;

import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.release.Release;
import ai.nominate.tenantmgr.release.Releases;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;


import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;

/** Resolves the release of a slot, or of a run. Blocks. */
@ApplicationScoped
public class SlotRelease {
    private final Releases releases;

    SlotRelease(Releases releases) {
        this.releases = releases;
    }

    /** The release of a slot that has one. */
    public Release of(TenantSnapshot tenant, Slot slot) {
        return of(tenant.slot(slot).release().orElseThrow());
    }

    /** The release with this id. */
    public Release of(String id) {
        return Reactive.await(() -> Panache.withSession(() -> releases.find(id)));
    }
}
