package ai.nominate.tenantmgr.tenantapi;

import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.certificate.Certificates;
import ai.nominate.tenantmgr.config.Configs;
import ai.nominate.tenantmgr.control.TenantUpdates;
import ai.nominate.tenantmgr.control.maintenance.MaintenanceModes;
import ai.nominate.tenantmgr.credential.Credentials;
import ai.nominate.tenantmgr.deployment.AcceptedDeployment;
import ai.nominate.tenantmgr.deployment.DeploymentList;
import ai.nominate.tenantmgr.host.unit.UnitStatus;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.RequestProblem;
import ai.nominate.tenantmgr.kernel.TenantSource;
import ai.nominate.tenantmgr.server.ServerProblem;
import ai.nominate.tenantmgr.slot.ServiceStatuses;
import ai.nominate.tenantmgr.tenant.NewTenant;
import ai.nominate.tenantmgr.tenant.TenantAddress;
import ai.nominate.tenantmgr.tenant.TenantAudit;
import ai.nominate.tenantmgr.tenant.TenantChange;
import ai.nominate.tenantmgr.tenant.TenantProblem;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.theme.ThemeSummary;
import ai.nominate.tenantmgr.theme.Themes;
import ai.nominate.tenantmgr.web.IfMatch;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Assembles tenants from the packages that own their parts. */
@ApplicationScoped
class Tenants {
    private final TenantRegistry tenants;
    private final Configs configs;
    private final Themes themes;
    private final DeploymentList deployments;
    private final TenantUpdates changes;
    private final Certificates certificates;
    private final Credentials credentials;
    private final ServiceStatuses services;
    private final MaintenanceModes maintenance;
    private final TenantAddress address;
    private final NameWarnings names;
    private final ProvenAt provenAt;
    private final Vertx vertx;
    private final Audit audit;

    Tenants(
            TenantRegistry tenants,
            Configs configs,
            Themes themes,
            DeploymentList deployments,
            TenantUpdates changes,
            Certificates certificates,
            Credentials credentials,
            ServiceStatuses services,
            MaintenanceModes maintenance,
            TenantAddress address,
            NameWarnings names,
            ProvenAt provenAt,
            Vertx vertx,
            Audit audit) {
        this.tenants = tenants;
        this.configs = configs;
        this.themes = themes;
        this.deployments = deployments;
        this.changes = changes;
        this.certificates = certificates;
        this.credentials = credentials;
        this.services = services;
        this.maintenance = maintenance;
        this.address = address;
        this.names = names;
        this.provenAt = provenAt;
        this.vertx = vertx;
        this.audit = audit;
    }

    /** Creates a tenant with names, ports and configuration in one transaction. */
    Uni<TenantView> create(TenantRequest request, Actor actor) {
        if (actor.tenants().isPresent()) {
            throw new ProblemException(
                    RequestProblem.FORBIDDEN, "A token limited to some tenants cannot create a tenant");
        }
        NewTenant wanted = request.checked();
        requireMayName(wanted.source(), actor);
        return Panache.withTransaction(() -> credentials
                .check(wanted.source())
                .flatMap(checked -> names.check(wanted.slug(), wanted.domain(), wanted.aliases(), List.of()))
                .flatMap(accepted -> tenants.create(wanted))
                .call(tenant -> audit.record(actor, TenantAudit.created(tenant)))
                .flatMap(tenant -> configs.create(tenant, request.config(), actor)
                        .map(config -> TenantView.of(
                                tenant, address.url(tenant), config, ThemeSummary.NONE, List.of(), null, null, null))));
    }

    /**
     * Changes a tenant, or queues the run that changes its host names.
     *
     * @return the run; empty when the change has been made
     */
    Uni<Optional<AcceptedDeployment>> change(String id, TenantChangeRequest request, IfMatch ifMatch, Actor actor) {
        TenantChange wanted = request.checked();
        return Panache.withSession(() -> tenants.get(id, actor).call(before -> credentials.check(wanted.source())))
                .invoke(before -> {
                    if (!wanted.source().equals(before.source())) {
                        requireMayName(wanted.source(), actor);
                    }
                })
                .call(before -> names.check(before.slug(), wanted.domain(), wanted.aliases(), hosts(before)))
                .flatMap(before -> changes.change(id, wanted, ifMatch, actor));
    }

    private static List<DomainName> hosts(TenantSnapshot tenant) {
        return Stream.concat(Stream.of(tenant.domain()), tenant.aliases().stream())
                .toList();
    }

    private static void requireMayName(Optional<TenantSource> source, Actor actor) {
        if (source.orElse(null) instanceof TenantSource.Directory && !actor.isAdmin()) {
            throw new ProblemException(TenantProblem.SOURCE_FORBIDDEN, "Use a git repository, or ask an admin")
                    .withError("source.kind", "can be directory for admins only");
        }
    }

    Uni<TenantView> get(String id, Actor actor) {
        return Panache.withSession(() -> tenants.get(id, actor)
                        .flatMap(tenant -> configs.get(tenant)
                                .flatMap(config -> deployments
                                        .latest(tenant.id())
                                        .flatMap(latest -> themes.summary(tenant)
                                                .flatMap(theme -> certificates
                                                        .current(tenant.id())
                                                        .flatMap(certificate -> maintenance
                                                                .of(tenant.id())
                                                                .map(closed -> new Parts(
                                                                        tenant,
                                                                        TenantView.of(
                                                                                tenant,
                                                                                address.url(tenant),
                                                                                config,
                                                                                theme,
                                                                                List.of(),
                                                                                latest,
                                                                                certificate,
                                                                                closed)))))))))
                .flatMap(parts -> Uni.combine()
                        .all()
                        .unis(checks(parts.tenant()), provenAt.of(parts.tenant().id()))
                        .with(parts.view()::with));
    }

    private Uni<List<CheckView>> checks(TenantSnapshot tenant) {
        return tenant.live()
                .map(live -> vertx.executeBlocking(() -> statuses(tenant), false)
                        .map(statuses -> statuses.stream()
                                .filter(status -> status.id().slot() == live)
                                .map(CheckView::of)
                                .toList()))
                .orElse(Uni.createFrom().item(List.of()));
    }

    /** What cannot be told at the moment is left out: the rest of the tenant is there to be seen. */
    private List<UnitStatus> statuses(TenantSnapshot tenant) {
        try {
            return services.of(tenant);
        } catch (ProblemException e) {
            if (e.problem() == ServerProblem.AWAY) {
                return List.of();
            }
            throw e;
        }
    }

    private record Parts(TenantSnapshot tenant, TenantView view) {}
}
