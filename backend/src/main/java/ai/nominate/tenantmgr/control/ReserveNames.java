package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.certificate.Certificates;
import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.nginx.ApplyResult;
import ai.nominate.tenantmgr.nginx.SiteRegistry;
import ai.nominate.tenantmgr.run.engine.NamedStep;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.tenant.TenantChange;
import ai.nominate.tenantmgr.tenant.TenantChanges;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Reserves the new names for the tenant. Undone last, which also removes them from NGINX. */
@Singleton
class ReserveNames extends NamedStep<DeploymentContext> {
    private final TenantChanges changes;
    private final Certificates certificates;
    private final SiteRegistry sites;

    ReserveNames(TenantChanges changes, Certificates certificates, SiteRegistry sites) {
        super("reserve-names", "Names", 30);
        this.changes = changes;
        this.certificates = certificates;
        this.sites = sites;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        TenantSnapshot tenant = context.tenant();
        TenantChange wanted = change(context).wanted().change();
        List<DomainName> names = DomainChange.newNames(tenant, wanted);
        context.change(id -> changes.reserve(tenant, wanted, names));
        return names.isEmpty()
                ? new StepResult.Skipped("No new names")
                : new StepResult.Done("Reserved "
                        + String.join(
                                ", ", names.stream().map(DomainName::value).toList()));
    }

    @Override
    public Optional<String> undo(DeploymentContext context) {
        context.change(changes::release);
        TenantSnapshot tenant = context.tenant();
        if (tenant.live().isPresent()) {
            certificates
                    .before(tenant.id(), tenant.hosts(), context.queuedAt())
                    .ifPresent(earlier -> sites.certify(tenant.id(), earlier, context.permit()));
            if (sites.apply(context.permit()) instanceof ApplyResult.Refused refused) {
                throw new IllegalStateException(refused.reason());
            }
            certificates.removeSince(tenant.id(), context.queuedAt(), context.permit());
        }
        return Optional.of("The new names were released");
    }

    static DomainChange change(DeploymentContext context) {
        return DomainChange.read(context.order().change().orElseThrow());
    }
}
