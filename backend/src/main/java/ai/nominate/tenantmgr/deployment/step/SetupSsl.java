package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.certificate.Certificates;
import ai.nominate.tenantmgr.nginx.SiteRegistry;
import ai.nominate.tenantmgr.run.engine.NamedStep;
import ai.nominate.tenantmgr.run.engine.StepResult;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Ensures a valid certificate for the tenant's domain and aliases. A valid one is kept. */
@Singleton
public class SetupSsl extends NamedStep<DeploymentContext> {
    private final Certificates certificates;
    private final SiteRegistry sites;

    SetupSsl(Certificates certificates, SiteRegistry sites) {
        super("setup-ssl", "Certificate", 60);
        this.certificates = certificates;
        this.sites = sites;
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
