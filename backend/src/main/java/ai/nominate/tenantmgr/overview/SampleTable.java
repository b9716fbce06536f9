package ai.nominate.tenantmgr.overview;

import ai.nominate.tenantmgr.host.machine.MachineSample;
import ai.nominate.tenantmgr.kernel.OwnServer;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The samples of all servers as rows: one a minute, of the last day. */
@ApplicationScoped
class SampleTable {
    static final Duration KEPT = Duration.ofHours(24);

    private static final String INSERT = """
            insert into machine_sample (server_id, at, cpu_percent, memory_used_bytes, memory_total_bytes, disk_used_bytes,
                disk_total_bytes, manager_bytes, database_bytes, database_connections)
            values (:server, :at, nullif(cast(:cpu as real), -1), :memory, :memoryTotal, :disk, :diskTotal, :manager,
                pg_database_size(current_database()),
                (select count(*) from pg_stat_activity where datname = current_database()))
            on conflict do nothing""";
    private static final String PRUNE = "delete from machine_sample where at < :before";
    private static final String READ = """
            select s.name, to_timestamp(floor(extract(epoch from m.at) / $3) * $3) as start,
                   avg(cpu_percent)::float8 as cpu, avg(memory_used_bytes)::bigint as memory,
                   max(memory_total_bytes) as memory_total, avg(disk_used_bytes)::bigint as disk,
                   max(disk_total_bytes) as disk_total, avg(manager_bytes)::bigint as manager,
                   avg(database_bytes)::bigint as database, max(database_connections) as connections
            from machine_sample m join server s on s.id = m.server_id
            where m.at >= $1 and m.at < $2
            group by s.id, s.name, start order by s.id, start""";

    private final Pool pool;
    private final OwnServer server;
    private final MetricEvents events;

    SampleTable(Pool pool, OwnServer server, MetricEvents events) {
        this.pool = pool;
        this.server = server;
        this.events = events;
    }

    /** Adds a sample of the own server and removes those that are too old, in the caller's transaction. */
    Uni<Void> add(Instant minute, MachineSample sample) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(INSERT)
                        .setParameter("server", server.id())
                        .setParameter("at", minute)
                        .setParameter("cpu", (float) sample.cpuPercent().orElse(-1))
                        .setParameter("memory", sample.memoryUsedBytes())
                        .setParameter("memoryTotal", sample.memoryTotalBytes())
                        .setParameter("disk", sample.diskUsedBytes())
                        .setParameter("diskTotal", sample.diskTotalBytes())
                        .setParameter("manager", sample.managerBytes())
                        .executeUpdate()
                        .flatMap(added -> session.createNativeQuery(PRUNE)
                                .setParameter("before", minute.minus(KEPT))
                                .executeUpdate()
                                .replaceWith(added)))
                .flatMap(added -> added == 0 ? Uni.createFrom().voidItem() : events.sampled(minute));
    }

    Uni<MetricsView> read(MetricsQuery query) {
        return pool.preparedQuery(READ)
                .execute(Tuple.of(
                        query.from().atOffset(ZoneOffset.UTC),
                        query.to().atOffset(ZoneOffset.UTC),
                        query.stepSeconds()))
                .map(rows -> {
                    Map<String, List<MetricsView.Sample>> byServer = new LinkedHashMap<>();
                    rows.forEach(row -> byServer.computeIfAbsent(row.getString("name"), name -> new ArrayList<>())
                            .add(sample(row)));
                    return MetricsView.of(query, byServer);
                });
    }

    private static MetricsView.Sample sample(Row row) {
        Double cpu = row.getDouble("cpu");
        return new MetricsView.Sample(
                row.getOffsetDateTime("start").toInstant(),
                cpu == null ? null : Math.round(cpu * 10) / 10.0,
                row.getLong("memory"),
                row.getLong("memory_total"),
                row.getLong("disk"),
                row.getLong("disk_total"),
                row.getLong("manager"),
                row.getLong("database"),
                row.getInteger("connections"));
    }
}
