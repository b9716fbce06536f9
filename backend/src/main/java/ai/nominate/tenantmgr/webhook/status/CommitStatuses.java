package ai.nominate.tenantmgr.webhook.status;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The outbox of commit statuses. Every method runs in the caller's session or transaction. */
@ApplicationScoped
public class CommitStatuses {
    /** Nothing to write if the state is the one before: each step of a run is an event. */
    private static final String RECORD = """
            insert into commit_status as s (deployment_id, tenant_id, commit, state, description, at, result, due_at)
            select r.id, r.subject_id, d.commit,
                   case r.status when 'succeeded' then 'success' when 'running' then 'pending' else 'failure' end,
                   case r.status when 'succeeded' then 'Deployed to ' || t.domain when 'running' then 'Deploying to ' || t.domain
                                 when 'cancelled' then 'The deployment to ' || t.domain || ' was cancelled'
                                 else 'The deployment to ' || t.domain || ' failed' end,
                   cast(:now as timestamptz), 'waiting', cast(:now as timestamptz)
            from run r join deployment d on d.id = r.id join tenant t on t.id = r.subject_id
                       join tenant_webhook w on w.tenant_id = t.id and w.commit_status
            where r.id = :run and r.kind = 'deploy' and r.status <> 'queued' and length(d.commit) = 40
            on conflict (deployment_id) do update
            set state = excluded.state, description = excluded.description, at = excluded.at, result = 'waiting',
                tries = 0, due_at = excluded.due_at, detail = null
            where s.state <> excluded.state""";

    /** Claimed by a later due time: if this manager ends during a try, the next one makes it again. */
    private static final String CLAIM = """
            update commit_status set due_at = :later, tries = tries + 1
            where deployment_id in (
                select s.deployment_id from commit_status s join tenant t on t.id = s.tenant_id
                where s.result = 'waiting' and s.due_at <= :now and t.server_id = :server
                order by s.due_at limit :most for update of s skip locked)
            returning *""";

    private final Clock clock;

    CommitStatuses(Clock clock) {
        this.clock = clock;
    }

    /** The newest statuses of a tenant. */
    public Uni<List<StatusView>> newest(UUID tenant, int count) {
        return CommitStatus.<CommitStatus>find("tenantId = ?1 order by at desc", tenant)
                .page(0, count)
                .list()
                .map(rows -> rows.stream().map(StatusView::of).toList());
    }

    /** Writes down the state of a run, if it is a deployment whose tenant reports them; true if there is something to send. */
    Uni<Boolean> record(UUID run) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(RECORD)
                        .setParameter("run", run)
                        .setParameter("now", clock.instant())
                        .executeUpdate())
                .map(rows -> rows > 0);
    }

    Uni<List<CommitStatus>> claim(short server, int most, Instant until) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(CLAIM, CommitStatus.class)
                        .setParameter("later", until)
                        .setParameter("now", clock.instant())
                        .setParameter("server", server)
                        .setParameter("most", most)
                        .getResultList());
    }

    /** Notes how a try ended, unless the deployment has another state by now. */
    Uni<Integer> tried(CommitStatus row, String result, Instant due, String detail) {
        return CommitStatus.update(
                "result = ?1, dueAt = ?2, detail = ?3 where deploymentId = ?4 and state = ?5",
                result,
                due,
                detail,
                row.deploymentId,
                row.state);
    }
}
