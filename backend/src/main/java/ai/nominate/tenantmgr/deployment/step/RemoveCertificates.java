package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.certificate.Certificates;
import ai.nominate.tenantmgr.nginx.SiteRegistry;
import ai.nominate.tenantmgr.run.engine.Step;
import ai.nominate.tenantmgr.run.engine.StepResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Removes all certificates issued for the tenant, private keys first. */
@ApplicationScoped
public class RemoveCertificates implements Step<DeploymentContext> {
    private final Certificates certificates;
    private final SiteRegistry sites;

    RemoveCertificates(Certificates certificates, SiteRegistry sites) {
        this.certificates = certificates;
        this.sites = sites;
    }

    @Override
    public String id() {
        return "remove-certificates";
    }

    @Override
    public String title() {
        return "Remove certificates";
    }

    @Override
    public int usualMs() {
        return 50;
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
