package ai.nominate.tenantmgr.theme;

import ai.nominate.tenantmgr.kernel.Findings;
import ai.nominate.tenantmgr.kernel.Inspection;
import ai.nominate.tenantmgr.tenant.DeployedTenants;
import jakarta.enterprise.context.ApplicationScoped;

/** Checks that visitors of every tenant get its newest theme. A deployment or a change of the theme writes missing files. */
@ApplicationScoped
class ThemeInspection implements Inspection {
    private final DeployedTenants tenants;
    private final ThemeFiles files;

    ThemeInspection(DeployedTenants tenants, ThemeFiles files) {
        this.tenants = tenants;
        this.files = files;
    }

    @Override
    public String title() {
        return "the theme files of tenants";
    }

    @Override
    public void inspect(Findings findings) {
        tenants.each(
                findings,
                (tenant, seen) -> seen.check(
                        files.isPublished(tenant),
                        DeployedTenants.subject(tenant),
                        "the files of its theme are not those of the newest version"));
    }
}
