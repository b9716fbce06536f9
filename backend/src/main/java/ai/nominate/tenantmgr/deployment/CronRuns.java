package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.run.NewRun;
import ai.nominate.tenantmgr.run.Runs;
import ai.nominate.tenantmgr.run.engine.RunSubject;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Queues runs of scheduled commands: one for each time, none while the last one of the same command runs. Blocks. */
@ApplicationScoped
class CronRuns {
    private static final Logger LOG = Logger.getLogger(CronRuns.class);
    private static final String TAKEN = """
            select count(*) from run r left join deployment d on d.id = r.id
            where r.id = :id or r.subject_id = :tenant and r.kind = 'cron' and d.change = :entry
                  and r.status in ('queued', 'running')""";

    private final Runs runs;

    CronRuns(Runs runs) {
        this.runs = runs;
    }

    /** A second manager that looks at the same time finds the run of the first: its id follows from tenant, command and time. */
    void queue(TenantSnapshot tenant, String entry, Instant time) {
        UUID id = UUID.nameUUIDFromBytes(
                ("cron/" + tenant.id() + "/" + entry + "/" + time).getBytes(StandardCharsets.UTF_8));
        try {
            boolean queued = Reactive.transaction(() -> taken(tenant, entry, id)
                    .flatMap(taken -> taken
                            ? Uni.createFrom().item(false)
                            : insert(tenant, entry, id).replaceWith(true)));
            if (queued) {
                runs.wake();
            } else {
                LOG.infof("Tenant %s: %s is skipped, its last run goes on", tenant.slug(), entry);
            }
        } catch (RuntimeException e) {
            LOG.warnf("Tenant %s: %s could not be queued: %s", tenant.slug(), entry, e.getMessage());
        }
    }

    private static Uni<Boolean> taken(TenantSnapshot tenant, String entry, UUID id) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(TAKEN, Long.class)
                        .setParameter("id", id)
                        .setParameter("tenant", tenant.id())
                        .setParameter("entry", entry)
                        .getSingleResult())
                .map(count -> count > 0);
    }

    private Uni<Void> insert(TenantSnapshot tenant, String entry, UUID id) {
        Deployment row = new Deployment();
        row.id = id;
        row.tenantStatusBefore = tenant.status().id();
        row.releaseId =
                tenant.slot(tenant.live().orElseThrow()).release().orElse(null);
        row.change = entry;
        RunSubject subject = new RunSubject(tenant.id(), tenant.slug().value());
        return runs.queue(new NewRun(id, CronKind.ID, tenant.server(), subject, Actor.MANAGER, null))
                .flatMap(done -> row.persist())
                .replaceWithVoid();
    }
}
