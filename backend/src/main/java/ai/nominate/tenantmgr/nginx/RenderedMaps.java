package ai.nominate.tenantmgr.nginx;

import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.TenantSlug;


import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The maps of a generation as text. A host claimed by two tenants stays with its previous owner, else goes to the
 * first; the other tenant is quarantined. A bad entry never affects other tenants.
 *
 * @param files by name: the maps that contain tenants
 */
record RenderedMaps(SortedMap<String, String> files, List<QuarantinedSite> setAside) {
    RenderedMaps {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        setAside = List.copyOf(setAside);
    }

    /** @param earlier the current maps; empty at first */
    static RenderedMaps of(Collection<Site> sites, SiteMaps earlier) {
        Map<DomainName, TenantSlug> owners = owners(sites, earlier);
        Map<String, Routes> routes = new HashMap<>();
        Set<TenantSlug> seen = new HashSet<>();
        SiteMaps maps = new SiteMaps();
        List<QuarantinedSite> setAside = new ArrayList<>();
        for (Site site : sites) {
            Optional<String> reason = seen.add(site.slug())
                    ? foreignHost(site, owners).or(() -> foreignRoutes(site, routes))
                    : Optional.of("the tenant is listed twice");
            reason.ifPresentOrElse(why -> setAside.add(new QuarantinedSite(site.slug(), why)), () -> maps.add(site));
        }
        Set<TenantSlug> taken = new HashSet<>();
        sites.forEach(site -> maps.entry(site.slug()).ifPresent(ignored -> taken.add(site.slug())));
        setAside.stream()
                .map(QuarantinedSite::slug)
                .filter(slug -> !taken.contains(slug))
                .forEach(slug -> maps.keep(slug, earlier));
        return new RenderedMaps(maps.render(), setAside);
    }

    private static Map<DomainName, TenantSlug> owners(Collection<Site> sites, SiteMaps earlier) {
        Map<DomainName, TenantSlug> owners = new HashMap<>();
        for (Site site : sites) {
            for (DomainName host : site.hosts()) {
                boolean hadIt =
                        earlier.owner(host).filter(site.slug().value()::equals).isPresent();
                if (hadIt) {
                    owners.put(host, site.slug());
                } else {
                    owners.putIfAbsent(host, site.slug());
                }
            }
        }
        return owners;
    }

    private static Optional<String> foreignHost(Site site, Map<DomainName, TenantSlug> owners) {
        return site.hosts().stream()
                .filter(host -> !owners.get(host).equals(site.slug()))
                .map(host -> host + " belongs to tenant " + owners.get(host))
                .findFirst();
    }

    /** Routes are named by a short hash, and a tenant could try to provoke a collision. */
    private static Optional<String> foreignRoutes(Site site, Map<String, Routes> known) {
        return site.slots().values().stream()
                .map(SlotSite::routes)
                .filter(routes ->
                        !known.computeIfAbsent(routes.id(), ignored -> routes).equals(routes))
                .map(routes -> "its routes have the same id as others: " + routes.id())
                .findFirst();
    }
}
