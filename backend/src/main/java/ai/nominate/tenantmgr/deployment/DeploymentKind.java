package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.run.engine.RunContext;
import ai.nominate.tenantmgr.run.engine.RunKind;
import ai.nominate.tenantmgr.run.engine.RunOutcome;
import ai.nominate.tenantmgr.run.engine.RunStatus;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.tenant.TenantStatus;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;

/** A kind of deployment: an exclusive run of a tenant, which has a different status until the run ends. */
public abstract class DeploymentKind implements RunKind<DeploymentContext> {
    public static final String DEPLOY = "deploy";
    public static final String ROLLBACK = "rollback";
    public static final String DELETE = "delete";
    /** The kinds that change the live release: candidates for the latest deployment, and rollback targets. */
    public static final List<String> OF_RELEASES = List.of(DEPLOY, ROLLBACK, "restore");

    private final String id;
    private final String successMessage;
    private final TenantRegistry tenants;

    protected DeploymentKind(String id, String successMessage, TenantRegistry tenants) {
        this.id = id;
        this.successMessage = successMessage;
        this.tenants = tenants;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public boolean isExclusive() {
        return true;
    }

    @Override
    public DeploymentContext context(RunContext run) {
        return new RunningDeployment(run, tenants, this::intended);
    }

    @Override
    public String successMessage() {
        return successMessage;
    }

    /** The tenant as the run leaves it, for the environment of its services. */
    protected TenantSnapshot intended(TenantSnapshot tenant, DeploymentContext.Order order) {
        return tenant;
    }

    /** The tenant's status until the run ends. */
    protected TenantStatus meanwhile() {
        return TenantStatus.DEPLOYING;
    }

    /** The tenant's status after a success. */
    protected TenantStatus afterSuccess(DeploymentContext context) {
        return TenantStatus.ACTIVE;
    }

    @Override
    public Uni<?> end(DeploymentContext context, RunOutcome outcome) {
        return outcome.status() == RunStatus.SUCCEEDED
                ? move(context, afterSuccess(context))
                : tenants.get(context.subject().id())
                        .flatMap(tenant -> move(
                                context,
                                tenant.live().isPresent() || outcome.status() == RunStatus.CANCELLED
                                        ? context.statusBefore()
                                        : afterFailure(context)));
    }

    /** The status of a tenant without a live slot after a failure. */
    protected TenantStatus afterFailure(DeploymentContext context) {
        return TenantStatus.FAILED;
    }

    private Uni<TenantStatus> move(DeploymentContext context, TenantStatus to) {
        return tenants.move(context.subject().id(), Set.of(meanwhile()), to);
    }
}
