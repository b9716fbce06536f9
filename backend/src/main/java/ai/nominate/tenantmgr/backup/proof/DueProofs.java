package ai.nominate.tenantmgr.backup.proof;

import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.settings.Settings;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Finds the backups to prove: the newest of a tenant if none of its release was proven for some days. One that was tried waits for a
 * day, so that what cannot be tried is not tried all the time.
 */
@ApplicationScoped
class DueProofs {
    /** A deployment that took the backup may still be going on. */
    private static final Duration REST = Duration.ofMinutes(10);

    private static final Duration AGAIN = Duration.ofHours(20);
    private static final int AT_ONCE = 2;
    private static final String DUE = """
            select b.id from tenant t
            cross join lateral (
                select id, release_commit, finished_at from backup
                where tenant_id = t.id and state = 'complete' and purge_at is null and server_id = $1
                order by created_at desc, id desc limit 1) b
            where t.server_id = $1 and t.status <> 'deleting' and b.finished_at < $2
                and not exists (
                    select 1 from backup_proof p left join backup proven on proven.id = p.backup_id
                    where p.tenant_id = t.id
                        and (p.verdict is null
                            or p.verdict = 'proven' and p.at > $3
                                and proven.release_commit is not distinct from b.release_commit
                            or p.backup_id = b.id and p.at > $4))
            order by b.finished_at limit $5""";

    private static final String ACTIVE =
            "select id from run where kind = 'verify' and status in ('queued', 'running')";

    private final Pool pool;
    private final Settings settings;
    private final OwnServer server;
    private final Clock clock;

    DueProofs(Pool pool, Settings settings, OwnServer server, Clock clock) {
        this.pool = pool;
        this.settings = settings;
        this.server = server;
        this.clock = clock;
    }

    /** The ids of the backups, those that wait longest first; only a few, for proofs are heavy. */
    Uni<List<UUID>> find() {
        return settings.get(ProofSettings.DAYS)
                .flatMap(days -> days == 0
                        ? Uni.createFrom().item(List.of())
                        : ids(DUE, Tuple.of(server.id(), ago(REST), ago(Duration.ofDays(days)), ago(AGAIN), AT_ONCE)));
    }

    /** The runs of proofs, of all servers, that use what they have made. */
    Uni<Set<UUID>> active() {
        return ids(ACTIVE, Tuple.tuple()).map(Set::copyOf);
    }

    private Uni<List<UUID>> ids(String sql, Tuple parameters) {
        return pool.preparedQuery(sql)
                .execute(parameters)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .collect(Collectors.toList()));
    }

    private OffsetDateTime ago(Duration time) {
        Instant then = clock.instant().minus(time);
        return then.atOffset(ZoneOffset.UTC);
    }
}
