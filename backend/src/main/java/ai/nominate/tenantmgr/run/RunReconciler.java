package ai.nominate.tenantmgr.run;

import ai.nominate.tenantmgr.job.Jobs;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Schedules each active run that has no job, such as one whose job was deleted by hand. */
@ApplicationScoped
class RunReconciler {
    private static final Logger LOG = Logger.getLogger(RunReconciler.class);
    private static final String WITHOUT_JOB = """
            select id from run r where status in ('queued', 'running') and not exists (
                select 1 from scheduled_tasks t where t.task_name = :job and t.task_instance = cast(r.id as text))""";

    private final Jobs jobs;

    RunReconciler(Jobs jobs) {
        this.jobs = jobs;
    }

    @Scheduled(every = "30s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> reconcile() {
        return Panache.withTransaction(() -> Panache.getSession()
                .flatMap(session -> session.createNativeQuery(WITHOUT_JOB, UUID.class)
                        .setParameter("job", RunJob.NAME)
                        .getResultList())
                .flatMap(runs -> Multi.createFrom()
                        .iterable(runs)
                        .invoke(run -> LOG.warnf("Run %s had no job; scheduled again", run))
                        .onItem()
                        .transformToUniAndConcatenate(run -> jobs.enqueue(RunJob.NAME, run.toString()))
                        .collect()
                        .last()));
    }
}
