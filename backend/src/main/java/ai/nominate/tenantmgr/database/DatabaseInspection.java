package ai.nominate.tenantmgr.database;

import ai.nominate.tenantmgr.kernel.Findings;
import ai.nominate.tenantmgr.kernel.Inspection;
import ai.nominate.tenantmgr.tenant.DeployedTenants;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.enterprise.context.ApplicationScoped;

/** Checks that a tenant's database exists and its role can connect. */
@ApplicationScoped
class DatabaseInspection implements Inspection {
    private final DeployedTenants tenants;
    private final TenantDatabases databases;

    DatabaseInspection(DeployedTenants tenants, TenantDatabases databases) {
        this.tenants = tenants;
        this.databases = databases;
    }

    @Override
    public String title() {
        return "the databases of tenants";
    }

    @Override
    public void inspect(Findings findings) {
        tenants.each(findings, this::inspect);
    }

    private void inspect(TenantSnapshot tenant, Findings findings) {
        if (!databases.hasPassword(tenant)) {
            return;
        }
        boolean there = databases.exists(tenant);
        String subject = DeployedTenants.subject(tenant);
        findings.check(there, subject, "its database " + DatabaseName.of(tenant.slug()) + " is missing");
        findings.check(
                !there || databases.canConnect(tenant),
                subject,
                "its role cannot connect to its database with the stored password");
    }
}
