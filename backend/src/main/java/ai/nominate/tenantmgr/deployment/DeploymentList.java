package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.run.RunSnapshot;
import ai.nominate.tenantmgr.run.Runs;
import ai.nominate.tenantmgr.run.engine.LogLine;
import ai.nominate.tenantmgr.run.engine.RunSubject;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.web.PageView;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads deployments: runs together with the deployments' own data. */
@ApplicationScoped
public class DeploymentList {
    private static final int TAIL = 20;

    private final TenantRegistry tenants;
    private final Deployments deployments;
    private final Runs runs;
    private final Clock clock;

    DeploymentList(TenantRegistry tenants, Deployments deployments, Runs runs, Clock clock) {
        this.tenants = tenants;
        this.deployments = deployments;
        this.runs = runs;
        this.clock = clock;
    }

    Uni<DeploymentView> get(String id, Actor actor) {
        return Panache.withSession(() -> deployments.find(id, actor).flatMap(this::whole));
    }

    /** The tenant's latest deployment of a release, in full; null if there is none. Runs in the caller's session. */
    public Uni<DeploymentView> latest(UUID tenant) {
        return runs.latest(tenant, DeploymentKind.OF_RELEASES)
                .flatMap(run -> run == null ? Uni.createFrom().nullItem() : whole(run));
    }

    Uni<PageView<DeploymentView>> page(DeploymentQuery query, Actor actor) {
        return Panache.withSession(() -> tenant(query.tenant(), actor)
                .flatMap(tenant -> runs.list(query.runs(tenant, actor.tenants())))
                .flatMap(this::views));
    }

    /** Resolves a tenant's id or slug, also after it was deleted; null if none is given. */
    private Uni<UUID> tenant(String tenant, Actor actor) {
        return tenant == null
                ? Uni.createFrom().nullItem()
                : tenants.get(tenant, actor)
                        .map(TenantSnapshot::id)
                        .onFailure(ProblemException.class)
                        .recoverWithUni(unknown -> runs.subject(tenant)
                                .map(subject -> subject.map(RunSubject::id)
                                        .filter(actor::canAccess)
                                        .orElseThrow(() -> (ProblemException) unknown)));
    }

    private Uni<DeploymentView> whole(RunSnapshot run) {
        return Deployment.<Deployment>findById(run.id())
                .flatMap(row ->
                        runs.tail(run.id(), TAIL).map(tail -> DeploymentView.of(run, row, tail, clock.instant())));
    }

    private Uni<PageView<DeploymentView>> views(PageView<RunSnapshot> page) {
        List<UUID> ids = page.items().stream().map(RunSnapshot::id).toList();
        List<LogLine> none = List.of();
        return Deployment.<Deployment>list("id in ?1", ids).map(rows -> {
            Map<UUID, Deployment> byId = rows.stream().collect(Collectors.toMap(row -> row.id, Function.identity()));
            return page.map(run -> DeploymentView.of(run, byId.get(run.id()), none, clock.instant()));
        });
    }
}
