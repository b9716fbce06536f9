package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.certificate.Certificates;
import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.nginx.SiteRegistry;
import ai.nominate.tenantmgr.run.engine.NamedStep;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.tenant.TenantChange;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** Gets one certificate for the current and the new names. */
@Singleton
class NewNamesCertificate extends NamedStep<DeploymentContext> {
    private final Certificates certificates;
    private final SiteRegistry sites;

    NewNamesCertificate(Certificates certificates, SiteRegistry sites) {
        super("setup-ssl", "Certificate", 60);
        this.certificates = certificates;
        this.sites = sites;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        TenantSnapshot tenant = context.tenant();
        if (tenant.live().isEmpty()) {
            return new StepResult.Skipped("The tenant has no live slot");
        }
        List<DomainName> names =
                names(tenant, ReserveNames.change(context).wanted().change());
        Certificates.Ensured ensured = certificates.ensure(tenant.id(), names, context.permit());
        ensured.warnings().forEach(context::warn);
        sites.certify(tenant.id(), ensured.served(), context.permit());
        return new StepResult.Done((ensured.isNew() ? "New " : "Existing ") + ensured.sentence());
    }

    /** All names served during the change. */
    static List<DomainName> names(TenantSnapshot tenant, TenantChange wanted) {
        return Stream.concat(tenant.hosts().stream(), DomainChange.newNames(tenant, wanted).stream())
                .toList();
    }
}
