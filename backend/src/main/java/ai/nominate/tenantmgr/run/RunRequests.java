package ai.nominate.tenantmgr.run;

import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.audit.Change;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.run.engine.RunProblem;
import ai.nominate.tenantmgr.run.engine.RunStatus;
import ai.nominate.tenantmgr.run.engine.RunSubject;
import ai.nominate.tenantmgr.web.PageRequest;
import ai.nominate.tenantmgr.web.PageView;
import ai.nominate.tenantmgr.web.TenantLookup;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** API operations common to runs of all kinds. */
@ApplicationScoped
class RunRequests {
    private static final Set<String> STATUSES =
            Stream.of(RunStatus.values()).map(RunStatus::id).collect(Collectors.toSet());
    private static final int TAIL = 20;

    private final Runs runs;
    private final RunKinds kinds;
    private final TenantLookup tenants;
    private final Audit audit;
    private final Clock clock;

    RunRequests(Runs runs, RunKinds kinds, TenantLookup tenants, Audit audit, Clock clock) {
        this.runs = runs;
        this.kinds = kinds;
        this.tenants = tenants;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws ProblemException {@link RunProblem#UNKNOWN} also if the actor has no access to it */
    Uni<RunSnapshot> find(String id, Actor actor) {
        return runs.find(id, actor)
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(RunProblem.UNKNOWN, "No run with this id"));
    }

    Uni<RunView> get(String id, Actor actor) {
        return Panache.withSession(() -> find(id, actor)
                .flatMap(run -> runs.tail(run.id(), TAIL).map(tail -> RunView.of(run, tail, clock.instant()))));
    }

    Uni<PageView<RunView>> list(String page, String size, String tenant, String kind, String status, Actor actor) {
        PageRequest request = PageRequest.of(page, size);
        Fields fields = new Fields();
        fields.optional("status", status, text -> oneOf(text, STATUSES));
        fields.optional("kind", kind, text -> oneOf(text, kinds.ids()));
        fields.throwIfInvalid();
        List<String> wanted = kind == null ? List.of() : List.of(kind);
        RunStatus state = status == null ? null : RunStatus.of(status);
        return Panache.withSession(() -> subject(tenant, actor)
                .flatMap(subject -> runs.list(new RunQuery(request, subject, actor.tenants(), wanted, state)))
                .map(runs -> runs.map(run -> RunView.of(run, List.of(), clock.instant()))));
    }

    /** Resolves a tenant's id or slug to the subject, also after the tenant was deleted; null if none is given. */
    private Uni<UUID> subject(String tenant, Actor actor) {
        return tenant == null
                ? Uni.createFrom().nullItem()
                : tenants.find(tenant, actor)
                        .onItem()
                        .ifNull()
                        .switchTo(() -> runs.subject(tenant)
                                .map(subject -> subject.map(RunSubject::id)
                                        .filter(actor::canAccess)
                                        .orElseThrow(() -> new ProblemException(
                                                RunProblem.UNKNOWN, "No tenant or run with this id or slug"))));
    }

    /** @throws ProblemException if the run has ended, or is past its point of no return */
    Uni<RunView> cancel(String id, Actor actor) {
        return Panache.withTransaction(() -> find(id, actor)
                        .flatMap(run -> runs.cancel(run.id())
                                .invoke(answer -> require(answer, run))
                                .flatMap(done -> audit.record(
                                        actor,
                                        Change.created(
                                                "run.cancel", id, run.subject().id(), Map.of())))
                                .replaceWith(run)))
                .invoke(run -> runs.changed(run.id()))
                .flatMap(run -> get(id, actor));
    }

    private static void require(CancelAnswer answer, RunSnapshot run) {
        switch (answer) {
            case ACCEPTED -> {}
            case FINISHED ->
                throw new ProblemException(
                        RunProblem.FINISHED,
                        "The run has status " + run.status().id());
            case TOO_LATE -> throw new ProblemException(RunProblem.TOO_LATE, "Wait until it ends");
        }
    }

    private static String oneOf(String text, Set<String> allowed) {
        if (!allowed.contains(text)) {
            throw new InvalidValue("must be one of " + String.join(", ", new TreeSet<>(allowed)));
        }
        return text;
    }
}
