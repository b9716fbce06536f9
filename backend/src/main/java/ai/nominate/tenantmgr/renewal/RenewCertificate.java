package ai.nominate.tenantmgr.renewal;

import ai.nominate.tenantmgr.certificate.Certificates;
import ai.nominate.tenantmgr.certificate.Certificates.Ensured;
import ai.nominate.tenantmgr.certificate.Certificates.Wish;
import ai.nominate.tenantmgr.certificate.OwnCertificates;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.run.engine.StepResult;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Gets the certificate: the one that was uploaded, or a new one if it is due or somebody asked for it. */
@Singleton
class RenewCertificate extends RenewalStep {
    private final Certificates certificates;
    private final OwnCertificates own;

    RenewCertificate(Certificates certificates, OwnCertificates own) {
        super("setup-ssl", "Certificate", 5_000);
        this.certificates = certificates;
        this.own = own;
    }

    @Override
    StepResult run(RenewalContext context, List<DomainName> names) {
        UUID tenant = context.subject().id();
        boolean stored = own.store(tenant, context.permit());
        Wish wish = certificates.isAsked(tenant, context.run(), context.queuedAt()) ? Wish.NEW : Wish.DUE;
        Ensured ensured = certificates.ensure(tenant, names, wish, context.permit());
        ensured.warnings().forEach(context::warn);
        if (stored) {
            return new StepResult.Done("Uploaded " + ensured.sentence());
        }
        if (ensured.isNew()) {
            return new StepResult.Done("New " + ensured.sentence());
        }
        return ensured.refused()
                .<StepResult>map(why -> new StepResult.Failed(
                        RenewalProblem.REFUSED, why + ". The site keeps its " + ensured.sentence()))
                .orElseGet(() -> new StepResult.Skipped("Existing " + ensured.sentence()));
    }
}
