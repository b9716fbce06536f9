package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.deployment.DeploymentKind;
import ai.nominate.tenantmgr.deployment.step.CreateServices;
import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.deployment.step.RetirePrevious;
import ai.nominate.tenantmgr.deployment.step.StartServices;
import ai.nominate.tenantmgr.deployment.step.VerifyHealth;
import ai.nominate.tenantmgr.run.engine.Pipeline;
import ai.nominate.tenantmgr.run.engine.RunOutcome;
import ai.nominate.tenantmgr.tenant.TenantChanges;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.tenant.TenantStatus;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/**
 * Changes a tenant's host names: a new name is live with its certificate before the old domain redirects to it. Services that are
 * told the names go through the other slot, like those of a new release.
 */
@Singleton
class DomainKind extends DeploymentKind {
    static final String ID = "domain";

    private final TenantChanges changes;
    private final Pipeline<DeploymentContext> pipeline;

    DomainKind(
            TenantRegistry tenants,
            TenantChanges changes,
            ReserveNames reserveNames,
            PinOtherSlot pinOtherSlot,
            RenderNames renderNames,
            CreateServices createServices,
            StartServices startServices,
            VerifyHealth verifyHealth,
            NewNamesCertificate certificate,
            RouteNewNames routing,
            VerifyNewNames check,
            ReplaceNames replace,
            RetirePrevious retirePrevious) {
        super(ID, "Host names changed: the new names are live", tenants);
        this.changes = changes;
        pipeline = new Pipeline<DeploymentContext>()
                .then(reserveNames)
                .then(pinOtherSlot)
                .then(renderNames)
                .then(new IfSlotPinned(createServices))
                .then(new IfSlotPinned(startServices))
                .then(new IfSlotPinned(verifyHealth))
                .then(certificate)
                .then(routing)
                .then(check)
                .pointOfNoReturn(replace)
                .then(new IfSlotPinned(retirePrevious));
    }

    @Override
    public Pipeline<DeploymentContext> pipeline() {
        return pipeline;
    }

    @Override
    public boolean isShort() {
        return true;
    }

    /** The earlier domain stays an alias, so the services get it too. */
    @Override
    protected TenantSnapshot intended(TenantSnapshot tenant, DeploymentContext.Order order) {
        return DomainChange.read(order.change().orElseThrow()).appliedTo(tenant);
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
