package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.certificate.Certificates;
import ai.nominate.tenantmgr.certificate.IssuedCertificate;
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

    @Override
    public Optional<StepResult> prepare(DeploymentContext context) {
        return Optional.of(run(context));
    }

    @Override
    public StepResult run(DeploymentContext context) {
        context.permit().check();
        Certificates.Ensured ensured = certificates.ensure(context.tenant(), context.permit());
        IssuedCertificate issued = ensured.certificate();
        sites.certify(context.tenant().id(), issued.id(), context.permit());
        String sentence = "certificate by " + issued.issuer() + " for "
                + String.join(
                        ", ", issued.names().stream().map(Object::toString).toList()) + ", valid until "
                + issued.notAfter();
        return ensured.isNew()
                ? new StepResult.Done("New " + sentence)
                : new StepResult.Skipped("Existing " + sentence);
    }
}
