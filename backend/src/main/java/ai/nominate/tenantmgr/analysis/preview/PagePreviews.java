package ai.nominate.tenantmgr.analysis.preview;

import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.nginx.SiteRegistry;
import ai.nominate.tenantmgr.server.OwnerClient;
import ai.nominate.tenantmgr.tenant.TenantAddress;
import ai.nominate.tenantmgr.tenant.TenantProblem;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.tenant.TenantStatus;
import ai.nominate.tenantmgr.theme.css.ThemeCss;
import ai.nominate.tenantmgr.theme.design.Theme;
import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds out whether a tenant's page can be shown in a theme, and has it shown by the manager of its server. Blocks. */
@ApplicationScoped
class PagePreviews {
    private final TenantRegistry tenants;
    private final SiteRegistry sites;
    private final TenantAddress addresses;
    private final OwnerClient owner;
    private final OneAtATime turns;

    PagePreviews(
            TenantRegistry tenants, SiteRegistry sites, TenantAddress addresses, OwnerClient owner, OneAtATime turns) {
        this.tenants = tenants;
        this.sites = sites;
        this.addresses = addresses;
        this.owner = owner;
        this.turns = turns;
    }

    /** @throws ProblemException if the tenant has no page that takes themes, or no pictures can be taken now */
    PagePicturesView show(String id, Theme theme, PagePath page, Actor actor) {
        TenantSnapshot tenant = Reactive.await(() -> Panache.withSession(() -> tenants.get(id, actor)));
        String css = styleSheet(sites.slot(tenant.id(), live(tenant))
                .map(slot -> slot.routes().theme())
                .orElse(Map.of()));
        String address = page.at(addresses.url(tenant)).toString();
        TenantPages.Asked asked =
                new TenantPages.Asked(tenant.slug().value(), address, hosts(tenant), css, ThemeCss.of(theme, 0));
        long begun = System.nanoTime();
        TenantPages.Seen seen = turns.run(actor, () -> owner.ask(tenant.server(), TenantPages.QUESTION, asked));
        return new PagePicturesView(
                address,
                seen.worn(),
                Duration.ofNanos(System.nanoTime() - begun).toMillis(),
                seen.pictures());
    }

    private static Slot live(TenantSnapshot tenant) {
        if (tenant.status() == TenantStatus.STOPPED || tenant.status() == TenantStatus.DELETING) {
            throw notLive();
        }
        return tenant.live().orElseThrow(PagePreviews::notLive);
    }

    private static ProblemException notLive() {
        return new ProblemException(
                TenantProblem.WRONG_STATE, "Visitors reach no release of this tenant: deploy or start it first");
    }

    /**
     * The path at which visitors get the theme.
     *
     * @param files theme files by their paths, as the live release names them
     */
    static String styleSheet(Map<String, String> files) {
        return files.entrySet().stream()
                .filter(file -> file.getValue().equals("theme.css"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(
                        () -> new ProblemException(
                                PreviewProblem.NO_CSS,
                                "Name the path in the manifest, such as theme: { css: /theme.css }, load it in the page, and deploy"));
    }

    private static Set<String> hosts(TenantSnapshot tenant) {
        return tenant.hosts().stream().map(DomainName::value).collect(Collectors.toSet());
    }
}
