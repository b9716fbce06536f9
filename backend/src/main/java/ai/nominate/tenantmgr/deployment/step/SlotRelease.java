package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.deployment.DeployContext;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.release.Release;
import ai.nominate.tenantmgr.release.Releases;
import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;

/** The release that a run has pinned. */
@ApplicationScoped
class SlotRelease {
    private final Releases releases;

    SlotRelease(Releases releases) {
        this.releases = releases;
    }

    Release of(DeployContext context) {
        String id = context.pinned().release();
        return Reactive.await(() -> Panache.withSession(() -> releases.find(id)));
    }
}
