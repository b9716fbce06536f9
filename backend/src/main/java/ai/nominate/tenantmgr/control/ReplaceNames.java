package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.deployment.step.DeploymentProblem;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.nginx.ApplyResult;
import ai.nominate.tenantmgr.nginx.SiteRegistry;
import ai.nominate.tenantmgr.run.engine.Step;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.tenant.TenantChange;
import ai.nominate.tenantmgr.tenant.TenantChanges;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Assigns the new names to the tenant; from here on the previous domain redirects to the new one. */
@ApplicationScoped
class ReplaceNames implements Step<DeploymentContext> {
    private final TenantChanges changes;
    private final SiteRegistry sites;

    ReplaceNames(TenantChanges changes, SiteRegistry sites) {
        this.changes = changes;
        this.sites = sites;
    }

    @Override
    public String id() {
        return "switch";
    }

    @Override
    public String title() {
        return "Switch traffic";
    }

    @Override
    public int usualMs() {
        return 250;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        TenantChange wanted = ReserveNames.change(context).wanted().change();
        boolean isMade = isMade(context, wanted);
        if (!isMade) { // a resumed step must not take the new domain for the previous one
            context.change(id -> changes.make(id, wanted));
        }
        if (context.tenant().live().isPresent()
                && sites.apply(context.permit()) instanceof ApplyResult.Refused refused) {
            return new StepResult.Failed(DeploymentProblem.SITE_REFUSED, refused.reason());
        }
        return new StepResult.Done("Domain changed to " + wanted.domain());
    }

    @Override
    public Optional<String> undo(DeploymentContext context) {
        DomainChange change = ReserveNames.change(context);
        TenantChange before = change.before().change();
        if (has(context.tenant(), before.domain(), before.aliases())) {
            return Optional.empty();
        }
        context.change(id -> changes.restore(id, before, change.redirectNames()));
        return Optional.of("Domain changed back to " + before.domain());
    }

    /** The previous domain of a tenant with a live slot becomes an alias. */
    private static boolean isMade(DeploymentContext context, TenantChange wanted) {
        DomainName earlier = ReserveNames.change(context).before().change().domain();
        List<DomainName> aliases = new ArrayList<>(wanted.aliases());
        if (context.tenant().live().isPresent() && !earlier.equals(wanted.domain())) {
            aliases.add(earlier);
        }
        return has(context.tenant(), wanted.domain(), aliases);
    }

    private static boolean has(TenantSnapshot tenant, DomainName domain, List<DomainName> aliases) {
        return tenant.domain().equals(domain) && Set.copyOf(tenant.aliases()).equals(Set.copyOf(aliases));
    }
}
