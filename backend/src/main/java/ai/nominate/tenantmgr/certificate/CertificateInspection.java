package ai.nominate.tenantmgr.certificate;

import ai.nominate.tenantmgr.kernel.Findings;
import ai.nominate.tenantmgr.kernel.Inspection;
import ai.nominate.tenantmgr.tenant.DeployedTenants;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Checks that a tenant's certificate is on disk with its key, is the issued one, and is valid for all its names. */
@ApplicationScoped
class CertificateInspection implements Inspection {
    private final DeployedTenants tenants;
    private final Certificates certificates;

    CertificateInspection(DeployedTenants tenants, Certificates certificates) {
        this.tenants = tenants;
        this.certificates = certificates;
    }

    @Override
    public String title() {
        return "the certificates of tenants";
    }

    @Override
    public void inspect(Findings findings) {
        tenants.each(findings, this::inspect);
    }

    private void inspect(TenantSnapshot tenant, Findings findings) {
        List<String> faults = certificates.verify(tenant);
        findings.check(faults.isEmpty(), DeployedTenants.subject(tenant), String.join("; ", faults));
    }
}
