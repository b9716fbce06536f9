package ai.nominate.tenantmgr.analysis;

import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.audit.Change;
import ai.nominate.tenantmgr.egress.Egress;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.RequestProblem;
import ai.nominate.tenantmgr.kernel.Uuid7;
import ai.nominate.tenantmgr.run.NewRun;
import ai.nominate.tenantmgr.run.RunSnapshot;
import ai.nominate.tenantmgr.run.Runs;
import ai.nominate.tenantmgr.run.engine.RunSubject;
import ai.nominate.tenantmgr.tenant.TenantProblem;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.tenant.TenantStatus;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Accepts analyses, and finds them for those who have access to their tenant. Runs carry them out. */
@ApplicationScoped
class Analyses {
    /** What waits for the browser at most, over all tenants. */
    static final int MOST_ACTIVE = 50;

    private static final Duration SOON = Duration.ofSeconds(30);
    /** How many of a tenant are kept, besides those with a suggestion that was applied. */
    private static final int KEPT = 20;

    private static final String ACTIVE =
            "select count(*) from run where kind = 'analysis' and status in ('queued', 'running')";
    private static final String FORGET = """
            delete from analysis a using run r
            where r.id = a.id and a.tenant_id = :tenant and r.status not in ('queued', 'running')
                and not exists (select 1 from analysis_suggestion s where s.analysis_id = a.id and s.selected_at is not null)
                and a.id not in (select id from analysis where tenant_id = :tenant order by created_at desc, id desc limit :kept)""";

    private final TenantRegistry tenants;
    private final Egress egress;
    private final AnalysisAllowance allowance;
    private final Runs runs;
    private final Audit audit;
    private final Clock clock;

    Analyses(TenantRegistry tenants, Egress egress, AnalysisAllowance allowance, Runs runs, Audit audit, Clock clock) {
        this.tenants = tenants;
        this.egress = egress;
        this.allowance = allowance;
        this.runs = runs;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Accepts an analysis. Resolves the host, and fetches nothing. Blocks.
     *
     * @throws ProblemException 422 for an address that is not public
     */
    AcceptedAnalysis request(String tenant, NewAnalysis wanted, Actor actor) {
        Reactive.await(
                () -> Panache.withSession(() -> tenants.get(tenant, actor).invoke(Analyses::requireKept)));
        WebAddress address = wanted.address();
        allowance.take(actor);
        egress.reachOnWeb(address.host().value(), address.port());
        AcceptedAnalysis accepted = Reactive.transaction(() -> tenants.lock(tenant, actor)
                .invoke(Analyses::requireKept)
                .call(found -> requirePlace())
                .flatMap(found -> insert(found, address, actor)));
        runs.wake();
        return accepted;
    }

    private static void requireKept(TenantSnapshot tenant) {
        if (tenant.status() == TenantStatus.DELETING) {
            throw new ProblemException(TenantProblem.WRONG_STATE, "The tenant is being deleted");
        }
    }

    private static Uni<Void> requirePlace() {
        return Panache.getSession()
                .flatMap(
                        session -> session.createNativeQuery(ACTIVE, Long.class).getSingleResult())
                .invoke(active -> {
                    if (active >= MOST_ACTIVE) {
                        throw new ProblemException(RequestProblem.TOO_MANY, active + " analyses are waiting")
                                .retryAfter(SOON);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<AcceptedAnalysis> insert(TenantSnapshot tenant, WebAddress address, Actor actor) {
        AnalysisRow row = new AnalysisRow();
        row.id = Uuid7.next();
        row.tenantId = tenant.id();
        row.url = address.toString();
        row.createdAt = clock.instant();
        RunSubject subject = new RunSubject(tenant.id(), tenant.slug().value());
        Map<String, Object> what = Map.of("analysisId", row.id.toString(), "url", row.url);
        return runs.queue(new NewRun(row.id, AnalysisKind.ID, tenant.server(), subject, actor, null))
                .flatMap(done -> row.persist())
                .flatMap(done -> forget(tenant.id()))
                .flatMap(done -> audit.record(
                        actor, Change.created("theme.analyze", tenant.slug().value(), tenant.id(), what)))
                .replaceWith(new AcceptedAnalysis(row.id));
    }

    private static Uni<Integer> forget(UUID tenant) {
        return Panache.flush()
                .flatMap(done -> Panache.getSession())
                .flatMap(session -> session.createNativeQuery(FORGET)
                        .setParameter("tenant", tenant)
                        .setParameter("kept", KEPT)
                        .executeUpdate());
    }

    /**
     * The run of an analysis, in the caller's session.
     *
     * @throws ProblemException {@link AnalysisProblem#UNKNOWN} also if the actor has no access to its tenant
     */
    Uni<RunSnapshot> run(String id, Actor actor) {
        return runs.find(id, actor)
                .map(run -> run == null || !run.kind().equals(AnalysisKind.ID) ? null : run)
                .onItem()
                .ifNull()
                .failWith(Analyses::unknown);
    }

    /** Same, with its row. */
    Uni<Found> find(String id, Actor actor) {
        return run(id, actor)
                .flatMap(run -> AnalysisRow.of(run.id())
                        .onItem()
                        .ifNull()
                        .failWith(Analyses::unknown)
                        .map(row -> new Found(run, row)));
    }

    /**
     * An analysis of a tenant, in the caller's session.
     *
     * @param id null for the newest one
     */
    Uni<Found> find(String tenant, String id, Actor actor) {
        return tenants.get(tenant, actor)
                .flatMap(found -> id == null
                        ? AnalysisRow.newest(found.id())
                                .onItem()
                                .ifNull()
                                .failWith(() ->
                                        new ProblemException(AnalysisProblem.UNKNOWN, "The tenant has no analysis yet"))
                                .flatMap(row -> find(row.id.toString(), actor))
                        : find(id, actor).invoke(analysis -> {
                            if (!analysis.row().tenantId.equals(found.id())) {
                                throw unknown();
                            }
                        }));
    }

    /** An analysis and its run. */
    record Found(RunSnapshot run, AnalysisRow row) {}

    private static ProblemException unknown() {
        return new ProblemException(AnalysisProblem.UNKNOWN, "No analysis with this id");
    }
}
