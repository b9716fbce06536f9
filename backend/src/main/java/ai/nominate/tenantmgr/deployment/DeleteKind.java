package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.deployment.step.BackupBeforeDelete;
import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.deployment.step.ForgetTenant;
import ai.nominate.tenantmgr.deployment.step.RemoveCertificates;
import ai.nominate.tenantmgr.deployment.step.RemoveDatabase;
import ai.nominate.tenantmgr.deployment.step.RemoveFiles;
import ai.nominate.tenantmgr.deployment.step.RemoveServices;
import ai.nominate.tenantmgr.deployment.step.RemoveSite;
import ai.nominate.tenantmgr.deployment.step.StopServices;
import ai.nominate.tenantmgr.run.engine.Pipeline;
import ai.nominate.tenantmgr.run.engine.RunOutcome;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantStatus;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;

/** Deletes a tenant. A failed delete is not undone: it is requested again. */
@Singleton
class DeleteKind extends DeploymentKind {
    private final TenantRegistry tenants;
    private final Pipeline<DeploymentContext> pipeline;

    DeleteKind(
            TenantRegistry tenants,
            BackupBeforeDelete backup,
            RemoveSite removeSite,
            StopServices stopServices,
            RemoveServices removeServices,
            RemoveCertificates removeCertificates,
            RemoveDatabase removeDatabase,
            RemoveFiles removeFiles,
            ForgetTenant forgetTenant) {
        super(DELETE, "Tenant deleted", tenants);
        this.tenants = tenants;
        pipeline = new Pipeline<DeploymentContext>()
                .then(backup)
                .pointOfNoReturn(removeSite) // first, so that no visitor arrives during the removal
                .then(stopServices)
                .then(removeServices)
                .then(removeCertificates)
                .then(removeDatabase)
                .then(removeFiles)
                .then(forgetTenant); // last: until then slug and ports must not be reused
    }

    @Override
    public Pipeline<DeploymentContext> pipeline() {
        return pipeline;
    }

    @Override
    public boolean isShort() {
        return true;
    }

    @Override
    public boolean undoesOnFailure() {
        return false;
    }

    @Override
    public String failureMessage() {
        return "Delete is incomplete; delete the tenant again to remove the rest";
    }

    @Override
    protected TenantStatus meanwhile() {
        return TenantStatus.DELETING;
    }

    @Override
    public Uni<?> end(DeploymentContext context, RunOutcome outcome) {
        return switch (outcome.status()) {
            case SUCCEEDED -> Uni.createFrom().voidItem(); // the tenant's row is deleted
            case FAILED -> tenants.move(context.subject().id(), Set.of(meanwhile()), TenantStatus.FAILED);
            case CANCELLED, QUEUED, RUNNING -> super.end(context, outcome);
        };
    }
}
