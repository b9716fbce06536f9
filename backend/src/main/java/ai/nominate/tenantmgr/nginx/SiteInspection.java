package ai.nominate.tenantmgr.nginx;

import ai.nominate.tenantmgr.kernel.Findings;
import ai.nominate.tenantmgr.kernel.Inspection;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.tenant.DeployedTenants;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.tenant.TenantStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Checks that NGINX's maps match the rows of every tenant and contain nothing else. */
@ApplicationScoped
class SiteInspection implements Inspection {
    private static final String MAPS = "NGINX";

    private final DeployedTenants tenants;
    private final SiteRegistry registry;
    private final LiveMarkers markers;
    private final Generations generations;

    SiteInspection(DeployedTenants tenants, SiteRegistry registry, LiveMarkers markers, NginxSettings settings) {
        this.tenants = tenants;
        this.registry = registry;
        this.markers = markers;
        this.generations = new Generations(settings);
    }

    @Override
    public String title() {
        return "the NGINX maps of tenants";
    }

    @Override
    public void inspect(Findings findings) {
        for (MapFile map : MapFile.values()) {
            OptionalInt strange = map.strangeLine(generations.read(map.fileName()));
            findings.check(strange.isEmpty(), MAPS, map.fileName() + ":" + strange.orElse(0) + " is not a valid line");
        }
        SiteMaps served = SiteMaps.parse(generations::read);
        Map<TenantSlug, Site> sites =
                registry.all().stream().collect(Collectors.toMap(Site::slug, Function.identity()));
        tenants.each(findings, (tenant, seen) -> inspect(tenant, sites.get(tenant.slug()), served, seen));
        SiteMaps wanted = new SiteMaps();
        sites.values().forEach(wanted::add);
        List<String> unknown = served.unknownTo(wanted);
        // while a tenant is changing, its rows and the maps are updated one after the other
        if (unknown.isEmpty() || tenants.areIdle()) {
            findings.check(unknown.isEmpty(), MAPS, String.join("; ", unknown));
        }
    }

    private void inspect(TenantSnapshot tenant, Site site, SiteMaps served, Findings findings) {
        String subject = DeployedTenants.subject(tenant);
        findings.check(site != null, subject, "no row describes its NGINX entry");
        if (site != null) {
            SiteMaps wanted = new SiteMaps();
            wanted.add(site);
            List<String> missing = wanted.missingFrom(served);
            findings.check(missing.isEmpty(), subject, String.join("; ", missing));
        }
        findings.check(
                markers.live(tenant.slug()).equals(tenant.live()),
                subject,
                "the live slot of NGINX is not " + tenant.live().orElseThrow());
        boolean down = tenant.status() == TenantStatus.STOPPED;
        findings.check(
                markers.isDown(tenant.slug()) == down,
                subject,
                "NGINX " + (down ? "lets visitors in although it is stopped" : "shows the maintenance page"));
    }
}
