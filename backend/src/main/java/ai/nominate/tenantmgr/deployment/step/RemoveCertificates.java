package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.certificate.Certificates;
import ai.nominate.tenantmgr.nginx.SiteRegistry;
import ai.nominate.tenantmgr.run.engine.NamedStep;
import ai.nominate.tenantmgr.run.engine.StepResult;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Removes all certificates issued for the tenant, private keys first. */
@Singleton
public class RemoveCertificates extends NamedStep<DeploymentContext> {
    private final Certificates certificates;
    private final SiteRegistry sites;

    RemoveCertificates(Certificates certificates, SiteRegistry sites) {
        super("remove-certificates", "Remove certificates", 50);
        this.certificates = certificates;
        this.sites = sites;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        UUID tenant = context.tenant().id();
        context.permit().check();
        sites.decertify(tenant, context.permit());
        int removed = certificates.remove(tenant, context.permit());
        return removed == 0
                ? new StepResult.Skipped("The tenant had no certificate")
                : new StepResult.Done(removed + " certificate(s) removed");
    }
}
