package ai.nominate.tenantmgr.run;

import ai.nominate.tenantmgr.job.Jobs;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Schedules active runs that have no job, for example because a job was deleted manually. */
@ApplicationScoped
class RunReconciler {
    private static final Logger LOG = Logger.getLogger(RunReconciler.class);
    private static final String WITHOUT_JOB = """
            select id, server_id, kind from run r where status in ('queued', 'running') and not exists (
                select 1 from scheduled_tasks t
                where t.task_name in (:job || '@' || r.server_id, :short || '@' || r.server_id, :heavy || '@' || r.server_id)
                and t.task_instance = cast(r.id as text))""";

    private final Jobs jobs;
    private final RunKinds kinds;

    RunReconciler(Jobs jobs, RunKinds kinds) {
        this.jobs = jobs;
        this.kinds = kinds;
    }

    /** A kind that this version does not know is left to the long runs. */
    private String job(String kind) {
        return kinds.ids().contains(kind) ? Runs.job(kinds.of(kind)) : RunJob.LONG;
    }

    @Scheduled(every = "30s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> reconcile() {
        return Panache.withTransaction(() -> Panache.getSession()
                .flatMap(session -> session.createNativeQuery(WITHOUT_JOB, Object[].class)
                        .setParameter("job", RunJob.LONG)
                        .setParameter("short", RunJob.SHORT)
                        .setParameter("heavy", RunJob.HEAVY)
                        .getResultList())
                .flatMap(runs -> Multi.createFrom()
                        .iterable(runs)
                        .invoke(run -> LOG.warnf("Run %s had no job; scheduled again", run[0]))
                        .onItem()
                        .transformToUniAndConcatenate(run ->
                                jobs.enqueue(job((String) run[2]), run[0].toString(), ((Number) run[1]).shortValue()))
                        .collect()
                        .last()));
    }
}
