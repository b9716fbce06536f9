package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.deployment.DeploymentKind;
import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.run.engine.Pipeline;
import ai.nominate.tenantmgr.run.engine.RunOutcome;
import ai.nominate.tenantmgr.tenant.TenantChanges;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantStatus;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Changes a tenant's host names: a new name is live with its certificate before the old domain redirects to it. */
@Singleton
class DomainKind extends DeploymentKind {
    static final String ID = "domain";

    private final TenantChanges changes;
    private final Pipeline<DeploymentContext> pipeline;

    DomainKind(
            TenantRegistry tenants,
            TenantChanges changes,
            ReserveNames reserveNames,
            NewNamesCertificate certificate,
            RouteNewNames routing,
            VerifyNewNames check,
            ReplaceNames replace,
            RenderLiveConfig config) {
        super(ID, "Host names changed: the new names are live", tenants);
        this.changes = changes;
        pipeline = new Pipeline<DeploymentContext>()
                .then(reserveNames)
                .then(certificate)
                .then(routing)
                .then(check)
                .pointOfNoReturn(replace)
                .then(config);
    }

    @Override
    public Pipeline<DeploymentContext> pipeline() {
        return pipeline;
    }

    @Override
    protected TenantStatus afterSuccess(DeploymentContext context) {
        return context.statusBefore();
    }

    @Override
    protected TenantStatus afterFailure(DeploymentContext context) {
        return context.statusBefore();
    }

    /** The request reserved the names, so they are released here even if no step ran. */
    @Override
    public Uni<?> end(DeploymentContext context, RunOutcome outcome) {
        return changes.release(context.subject().id()).flatMap(done -> super.end(context, outcome));
    }
}
