package ai.nominate.tenantmgr.renewal;

import ai.nominate.tenantmgr.certificate.Certificates;
import ai.nominate.tenantmgr.certificate.ServedCertificates;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.nginx.ApplyResult;
import ai.nominate.tenantmgr.nginx.SiteRegistry;
import ai.nominate.tenantmgr.run.engine.StepResult;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes NGINX serve the certificate; connections that are open stay open. */
@Singleton
class ServeCertificate extends RenewalStep {
    private final Certificates certificates;
    private final SiteRegistry sites;

    ServeCertificate(Certificates certificates, SiteRegistry sites) {
        super("configure-nginx", "Routing", 250);
        this.certificates = certificates;
        this.sites = sites;
    }

    @Override
    StepResult run(RenewalContext context, List<DomainName> names) {
        UUID tenant = context.subject().id();
        Optional<ServedCertificates> chosen = certificates.present(tenant, names);
        if (chosen.isEmpty()) {
            return new StepResult.Failed(RenewalProblem.REFUSED, "No certificate is valid for all names of the tenant");
        }
        sites.certify(tenant, chosen.get(), context.permit());
        return switch (sites.apply(context.permit())) {
            case ApplyResult.Changed changed ->
                new StepResult.Done("Certificate in NGINX (generation " + changed.generation() + ")");
            case ApplyResult.Unchanged unchanged ->
                new StepResult.Skipped("Certificate already in NGINX (generation " + unchanged.generation() + ")");
            case ApplyResult.Refused refused -> new StepResult.Failed(RenewalProblem.SITE_REFUSED, refused.reason());
        };
    }

    /** What was issued is kept: the next renewal tries to serve it again. */
    @Override
    public Optional<String> undo(RenewalContext context) {
        UUID tenant = context.subject().id();
        Optional<ServedCertificates> earlier = certificates.before(tenant, context.names(), context.queuedAt());
        if (earlier.isEmpty()) {
            return Optional.empty();
        }
        sites.certify(tenant, earlier.get(), context.permit());
        return switch (sites.apply(context.permit())) {
            case ApplyResult.Changed changed -> Optional.of("The earlier certificate is served again");
            case ApplyResult.Unchanged unchanged -> Optional.empty();
            case ApplyResult.Refused refused -> throw new IllegalStateException(refused.reason());
        };
    }
}
