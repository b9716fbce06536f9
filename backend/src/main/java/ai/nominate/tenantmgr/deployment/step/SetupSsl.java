package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.certificate.Certificates;
import ai.nominate.tenantmgr.nginx.SiteRegistry;
import ai.nominate.tenantmgr.run.engine.Step;
import ai.nominate.tenantmgr.run.engine.StepResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Ensures a valid certificate for the tenant's domain and aliases. A valid one is kept. */
@ApplicationScoped
public class SetupSsl implements Step<DeploymentContext> {
    private final Certificates certificates;
    private final SiteRegistry sites;

    SetupSsl(Certificates certificates, SiteRegistry sites) {
        this.certificates = certificates;
        this.sites = sites;
    }

    @Override
    public String id() {
        return "setup-ssl";
    }

    @Override
    public String title() {
        return "Certificate";
    }

    @Override
    public int usualMs() {
        return 60;
    }

    /** An ACME server is asked only for a release that was found healthy: its certificates are counted. */
    @Override
    public Optional<StepResult> prepare(DeploymentContext context) {
        return certificates.asksOthers() ? Optional.empty() : Optional.of(run(context));
    }

    @Override
    public StepResult run(DeploymentContext context) {
        context.permit().check();
        Certificates.Ensured ensured = certificates.ensure(context.tenant(), context.permit());
        ensured.warnings().forEach(context::warn);
        sites.certify(context.tenant().id(), ensured.served(), context.permit());
        return ensured.isNew()
                ? new StepResult.Done("New " + ensured.sentence())
                : new StepResult.Skipped("Existing " + ensured.sentence());
    }
}
