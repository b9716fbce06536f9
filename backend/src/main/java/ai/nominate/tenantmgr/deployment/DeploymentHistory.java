package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Slot;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The pinned values of earlier runs. Blocks. */
@ApplicationScoped
public class DeploymentHistory {
    public DeployContext.Pinned of(UUID deployment) {
        return pinned(Reactive.transaction(() -> Deployment.<Deployment>findById(deployment)));
    }

    static DeployContext.Pinned pinned(Deployment row) {
        return new DeployContext.Pinned(
                row.slot == null ? null : Slot.of(row.slot), row.ref, row.commitId, row.configVersion, row.releaseId);
    }
}
