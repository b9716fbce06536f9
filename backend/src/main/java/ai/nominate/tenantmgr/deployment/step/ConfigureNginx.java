package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.nginx.ApplyResult;
import ai.nominate.tenantmgr.nginx.QuarantinedSite;
import ai.nominate.tenantmgr.nginx.SiteRegistry;
import ai.nominate.tenantmgr.nginx.SlotSite;
import ai.nominate.tenantmgr.release.Release;
import ai.nominate.tenantmgr.run.engine.NamedStep;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.slot.ListeningServices;
import ai.nominate.tenantmgr.slot.SlotRelease;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Adds the idle slot to NGINX. Visitors still see the other slot: the live slot is not part of the configuration. */
@Singleton
public class ConfigureNginx extends NamedStep<DeploymentContext> {
    private final SlotRelease releases;
    private final SiteRegistry sites;
    private final ListeningServices listening;

    ConfigureNginx(SlotRelease releases, SiteRegistry sites, ListeningServices listening) {
        super("configure-nginx", "Routing", 250);
        this.releases = releases;
        this.sites = sites;
        this.listening = listening;
    }

    /**
     * Tests the routing at once and brings it in when the new services listen: a reload costs visitors connections, in vain if the
     * services do not even start.
     */
    @Override
    public Optional<StepResult> prepare(DeploymentContext context) {
        put(context);
        if (sites.prepare(context.permit()).isPresent()) {
            leave(context);
            return Optional.empty();
        }
        Release release = releases.of(context.pinned().release());
        if (!listening.await(context.tenant(), context.pinned().slot(), release.manifest(), context.permit())) {
            return Optional.empty();
        }
        StepResult result = run(context);
        if (result instanceof StepResult.Failed) {
            leave(context);
        }
        return Optional.of(result);
    }

    /** Until the step finds the fault itself, the row must not keep other tenants' changes back. */
    private void leave(DeploymentContext context) {
        sites.remove(context.tenant().id(), context.pinned().slot(), context.permit());
    }

    private void put(DeploymentContext context) {
        Slot slot = context.pinned().slot();
        SlotSite site = SlotSites.of(
                context.tenant(), slot, releases.of(context.pinned().release()));
        sites.put(context.tenant().id(), slot, site, context.permit());
    }

    @Override
    public StepResult run(DeploymentContext context) {
        TenantSnapshot tenant = context.tenant();
        put(context);
        return switch (sites.apply(context.permit())) {
            case ApplyResult.Changed changed -> served(tenant, changed.setAside(), changed.generation());
            case ApplyResult.Unchanged unchanged -> served(tenant, unchanged.setAside(), unchanged.generation());
            case ApplyResult.Refused refused ->
                new StepResult.Failed(
                        DeploymentProblem.SITE_REFUSED,
                        refused.file().isEmpty()
                                ? refused.reason()
                                : refused.reason() + " (" + refused.file() + ", line " + refused.line() + ")");
        };
    }

    @Override
    public Optional<String> undo(DeploymentContext context) {
        Slot slot = context.pinned().slot();
        if (slot == null) {
            return Optional.empty();
        }
        sites.remove(context.tenant().id(), slot, context.permit());
        return switch (sites.apply(context.permit())) {
            case ApplyResult.Changed changed -> Optional.of("Slot " + slot + " was removed from NGINX");
            case ApplyResult.Unchanged unchanged -> Optional.empty();
            case ApplyResult.Refused refused -> throw new IllegalStateException(refused.reason());
        };
    }

    private static StepResult served(TenantSnapshot tenant, List<QuarantinedSite> setAside, long generation) {
        return setAside.stream()
                .filter(entry -> entry.slug().equals(tenant.slug()))
                .findFirst()
                .<StepResult>map(entry -> new StepResult.Failed(DeploymentProblem.SITE_REFUSED, entry.reason()))
                .orElseGet(() -> new StepResult.Done("Slot added to NGINX (generation " + generation + ")"));
    }
}
