package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.audit.Change;
import ai.nominate.tenantmgr.config.Configs;
import ai.nominate.tenantmgr.config.RequiredConfiguration;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.GitRef;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.release.Releases;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.web.PageRequest;
import ai.nominate.tenantmgr.web.PageView;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Accepts, shows and cancels deployments. Carrying them out is the job's. */
@ApplicationScoped
public class Deployments {
    private static final int TAIL = 20;

    private final TenantRegistry tenants;
    private final Configs configs;
    private final CoreSource sources;
    private final Releases releases;
    private final DeploymentQueue acceptance;
    private final Pipelines pipelines;
    private final LogTable log;
    private final DeploymentSignals signals;
    private final Audit audit;
    private final OwnServer server;
    private final Clock clock;

    Deployments(
            TenantRegistry tenants,
            Configs configs,
            CoreSource sources,
            Releases releases,
            DeploymentQueue acceptance,
            Pipelines pipelines,
            LogTable log,
            DeploymentSignals signals,
            Audit audit,
            OwnServer server,
            Clock clock) {
        this.tenants = tenants;
        this.configs = configs;
        this.sources = sources;
        this.releases = releases;
        this.acceptance = acceptance;
        this.pipelines = pipelines;
        this.log = log;
        this.signals = signals;
        this.audit = audit;
        this.server = server;
        this.clock = clock;
    }

    /** @throws ProblemException {@link DeploymentProblem#RUNNING} with the id of the one that is under way */
    Uni<AcceptedDeployment> deploy(String tenant, DeployRequest request, Actor actor) {
        DeployRequest wanted = request == null ? new DeployRequest(null, null) : request;
        Fields fields = new Fields();
        fields.optional("ref", wanted.ref(), GitRef::new);
        fields.optional("reason", wanted.reason(), Deployments::reason);
        fields.refuse();
        return acceptance.accept(
                tenant,
                actor,
                found -> ready(found).map(ready -> {
                    Deployment row = Deployment.of(DeploymentKind.DEPLOY);
                    row.ref = wanted.ref();
                    row.reason = wanted.reason();
                    return row;
                }));
    }

    /** Takes the tenant away, with all that is not asked to be kept. What failed half-way goes on when it is asked again. */
    public Uni<AcceptedDeployment> delete(String tenant, boolean removeFiles, boolean removeDatabase, Actor actor) {
        return acceptance.accept(tenant, actor, found -> {
            Deployment row = Deployment.of(DeploymentKind.DELETE);
            row.removeFiles = removeFiles;
            row.removeDatabase = removeDatabase;
            return Uni.createFrom().item(row);
        });
    }

    private Uni<Void> ready(TenantSnapshot tenant) {
        if (tenant.server() != server.id()) {
            return Uni.createFrom().voidItem(); // its directories are not here; the preflight looks at them
        }
        return sources.of(tenant)
                .flatMap(source -> configs.pin(tenant.id(), List.of(), Actor.MANAGER)
                        .invoke(config -> releases.manifestAtHand(source)
                                .ifPresent(manifest -> RequiredConfiguration.require(manifest, config)))
                        .replaceWithVoid());
    }

    /** Asks a run to stop and put everything back. One flag, set in one statement: the run writes the same row. */
    Uni<AcceptedDeployment> cancel(String id, Actor actor) {
        return Panache.withTransaction(() -> find(id, actor)
                        .flatMap(row -> Panache.getSession()
                                .flatMap(session -> session.createNativeQuery(CANCEL)
                                        .setParameter("id", row.id)
                                        .setParameter(
                                                "beyond", pipelines.of(row.kind).pointOfNoReturn())
                                        .executeUpdate())
                                .invoke(changed -> {
                                    if (changed == 0) {
                                        throw tooLate(row);
                                    }
                                })
                                .flatMap(done -> audit.record(
                                        actor, Change.made("deployment.cancel", id, row.tenantId, Map.of())))
                                .replaceWith(new AcceptedDeployment(row.id))))
                .invoke(accepted -> signals.changed(accepted.deploymentId()));
    }

    private static final String CANCEL = """
            update deployment d set cancel_requested = true, revision = revision + 1
            where d.id = :id and d.status in ('queued', 'running') and not exists (
                select 1 from deployment_step s
                where s.deployment_id = d.id and s.id = :beyond and s.status <> 'pending')""";

    private static ProblemException tooLate(Deployment row) {
        if (DeploymentStatus.of(row.status).isFinal()) {
            return new ProblemException(DeploymentProblem.FINISHED, "It has " + row.status);
        }
        return switch (DeploymentKind.of(row.kind)) {
            case DEPLOY, ROLLBACK ->
                new ProblemException(
                        DeploymentProblem.SWITCHED, "Roll back when it is over, to see the earlier one again");
            case DELETE -> new ProblemException(DeploymentProblem.REMOVING, "Wait for it to end");
        };
    }

    Uni<DeploymentView> get(String id, Actor actor) {
        return Panache.withSession(() -> find(id, actor).flatMap(this::view));
    }

    Uni<PageView<DeploymentView>> list(DeploymentQuery query, Actor actor) {
        return Panache.withSession(() -> query.tenant() == null
                ? list(
                        query,
                        actor.tenants()
                                .<Map<String, Object>>map(seen -> Map.of("seen", seen))
                                .orElse(Map.of()))
                : history(query.tenant(), actor).flatMap(tenant -> list(query, Map.of("tenant", tenant))));
    }

    /** The tenant that is meant, also when only its deployments are left of it. */
    private Uni<UUID> history(String tenant, Actor actor) {
        return tenants.get(tenant, actor)
                .map(TenantSnapshot::id)
                .onFailure(ProblemException.class)
                .recoverWithUni(unknown -> Deployment.gone(tenant).map(row -> {
                    if (row == null || !actor.sees(row.tenantId)) {
                        throw (ProblemException) unknown;
                    }
                    return row.tenantId;
                }));
    }

    private Uni<PageView<DeploymentView>> list(DeploymentQuery query, Map<String, Object> tenant) {
        Map<String, Object> parameters = query.parameters(tenant);
        PageRequest page = query.page();
        return Deployment.count(query.where(parameters.containsKey("seen")), parameters)
                .flatMap(total -> Deployment.<Deployment>find(
                                query.where(parameters.containsKey("seen")) + " order by queuedAt desc, id desc",
                                parameters)
                        .range((int) page.offset(), (int) page.offset() + page.size() - 1)
                        .list()
                        .flatMap(this::views)
                        .map(items -> PageView.of(items, page, total)));
    }

    /** The tenant's newest deployment whole; null when there was none. In the caller's session. */
    public Uni<DeploymentView> latest(UUID tenant) {
        return Deployment.<Deployment>find("tenantId = ?1 order by queuedAt desc", tenant)
                .firstResult()
                .flatMap(row -> row == null ? Uni.createFrom().nullItem() : view(row));
    }

    /** @throws ProblemException {@link DeploymentProblem#UNKNOWN} also when it is of a tenant that the actor does not see */
    Uni<Deployment> find(String id, Actor actor) {
        Uni<Deployment> found = id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
                ? Deployment.findById(UUID.fromString(id))
                : Uni.createFrom().nullItem();
        return found.map(row -> {
            if (row == null || !actor.sees(row.tenantId)) {
                throw new ProblemException(DeploymentProblem.UNKNOWN, "No deployment has this id");
            }
            return row;
        });
    }

    private Uni<DeploymentView> view(Deployment row) {
        return DeploymentStep.of(row.id)
                .flatMap(steps ->
                        log.tail(row.id, TAIL).map(tail -> DeploymentView.of(row, steps, tail, clock.instant())));
    }

    private Uni<List<DeploymentView>> views(List<Deployment> rows) {
        List<UUID> ids = rows.stream().map(row -> row.id).toList();
        return DeploymentStep.<DeploymentStep>list("deploymentId in ?1 order by position", ids)
                .map(steps -> {
                    Map<UUID, List<DeploymentStep>> byId = steps.stream()
                            .collect(Collectors.groupingBy(step -> step.deploymentId, Collectors.toList()));
                    return rows.stream()
                            .map(row -> DeploymentView.of(
                                    row, byId.getOrDefault(row.id, List.of()), List.of(), clock.instant()))
                            .toList();
                });
    }

    private static String reason(String text) {
        if (text.length() > 500 || text.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidValue("must be one line of at most 500 characters");
        }
        return text;
    }
}
