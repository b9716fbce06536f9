package ai.nominate.tenantmgr.health;

import ai.nominate.tenantmgr.health.probe.CheckKind;
import ai.nominate.tenantmgr.health.probe.Outcome;
import ai.nominate.tenantmgr.health.probe.Verdict;
import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Writes what was judged: one statement for each table and batch, for any number of results. */
@ApplicationScoped
class HealthTable {
    private static final String SAMPLES = """
            insert into health_sample (tenant_id, at, kind, verdict, latency_ms)
            select r.tenant, r.at, r.kind, r.verdict, r.latency
            from json_to_recordset(cast(cast(:rows as text) as json)) as r(tenant uuid, at timestamptz, kind smallint, verdict smallint,
                 latency integer)""";
    private static final String STATES = """
            insert into health_check (tenant_id, kind, health, since, next_health, streak, flapping, recent, at, verdict,
                latency_ms, detail)
            select r.tenant, r.kind, r.health, r.since, r.next, r.streak, r.flapping, r.recent, r.at, r.verdict, r.latency,
                   r.detail
            from json_to_recordset(cast(cast(:rows as text) as json)) as r(tenant uuid, kind text, health text, since timestamptz, next text,
                 streak integer, flapping boolean, recent text, at timestamptz, verdict text, latency integer, detail text)
            join tenant t on t.id = r.tenant
            order by r.tenant, r.kind
            on conflict (tenant_id, kind) do update set health = excluded.health, since = excluded.since,
                next_health = excluded.next_health, streak = excluded.streak, flapping = excluded.flapping,
                recent = excluded.recent, at = excluded.at, verdict = excluded.verdict, latency_ms = excluded.latency_ms,
                detail = excluded.detail""";
    private static final String FORGET =
            "delete from health_check where tenant_id = any(cast(cast(:tenants as text[]) as uuid[]))";
    private static final String OPEN = """
            insert into health_incident (id, tenant_id, kind, health, began_at, cause)
            select r.id, r.tenant, r.kind, r.health, r.at, r.cause
            from json_to_recordset(cast(cast(:rows as text) as json)) as r(id uuid, tenant uuid, kind text, health text, at timestamptz,
                 cause text)
            join tenant t on t.id = r.tenant
            on conflict (tenant_id, kind) where ended_at is null do update
            set health = case when excluded.health = 'unhealthy' then 'unhealthy' else health_incident.health end""";
    private static final String CLOSE = """
            update health_incident i set ended_at = r.at
            from json_to_recordset(cast(cast(:rows as text) as json)) as r(tenant uuid, kind text, at timestamptz)
            where i.tenant_id = r.tenant and i.kind = r.kind and i.ended_at is null""";
    private static final String CLOSE_ALL = """
            update health_incident set ended_at = clock_timestamp()
            where ended_at is null and tenant_id = any(cast(cast(:tenants as text[]) as uuid[]))""";
    private static final String STORED = """
            select c.* from health_check c join tenant t on t.id = c.tenant_id where t.server_id = $1""";

    private final Pool pool;
    private final OwnServer server;
    private final TenantRegistry tenants;
    private final HealthEvents events;

    HealthTable(Pool pool, OwnServer server, TenantRegistry tenants, HealthEvents events) {
        this.pool = pool;
        this.server = server;
        this.tenants = tenants;
        this.events = events;
    }

    /** In the caller's transaction. */
    Uni<Void> write(Judgement judgement) {
        List<CheckChange> opened =
                judgement.changes().stream().filter(CheckChange::opensIncident).toList();
        List<CheckChange> ended =
                judgement.changes().stream().filter(CheckChange::endsIncident).toList();
        return forTenants(CLOSE_ALL, judgement.ended())
                .chain(() -> forTenants(FORGET, judgement.ended()))
                .chain(() -> rows(SAMPLES, judgement.samples(), HealthJson::sample))
                .chain(() -> rows(
                        STATES,
                        judgement.states().entrySet().stream()
                                .sorted(Comparator.comparing((Map.Entry<CheckKey, CheckState> entry) ->
                                        entry.getKey().tenant()))
                                .toList(),
                        entry -> HealthJson.state(entry.getKey(), entry.getValue())))
                .chain(() -> rows(CLOSE, ended, HealthJson::closed))
                .chain(() -> rows(OPEN, lastOfEach(opened), HealthJson::opened))
                .chain(() -> each(judgement.changes(), events::changed))
                .chain(() -> each(judgement.ended(), events::reset))
                .chain(() -> each(judgement.gone(), tenant -> tenants.health(tenant, Health.UNKNOWN.id())))
                .chain(() -> each(
                        judgement.tenants().entrySet(),
                        entry -> tenants.health(entry.getKey(), entry.getValue().id())));
    }

    /** The checks of this server's tenants as the last manager knew them. */
    Uni<Map<CheckKey, CheckState>> stored() {
        return pool.preparedQuery(STORED).execute(Tuple.of(server.id())).map(rows -> {
            Map<CheckKey, CheckState> states = new HashMap<>();
            rows.forEach(row -> states.put(
                    new CheckKey(row.getUUID("tenant_id"), CheckKind.of(row.getString("kind"))), state(row)));
            return states;
        });
    }

    static CheckState state(Row row) {
        return new CheckState(
                Health.of(row.getString("health")),
                row.getOffsetDateTime("since").toInstant(),
                Health.of(row.getString("next_health")),
                row.getInteger("streak"),
                row.getBoolean("flapping"),
                new RecentResults(row.getString("recent")),
                row.getOffsetDateTime("at").toInstant(),
                new Outcome(
                        Verdict.of(row.getString("verdict").charAt(0)),
                        row.getInteger("latency_ms"),
                        row.getString("detail")));
    }

    /** One statement cannot open the same incident twice. */
    private static List<CheckChange> lastOfEach(List<CheckChange> changes) {
        Map<CheckKey, CheckChange> last = new HashMap<>();
        changes.forEach(change -> last.put(change.check(), change));
        return List.copyOf(last.values());
    }

    private static <T> Uni<Void> rows(String sql, Collection<T> values, Function<T, JsonObject> row) {
        if (values.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        JsonArray rows = new JsonArray();
        values.forEach(value -> rows.add(row.apply(value)));
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql)
                        .setParameter("rows", rows.encode())
                        .executeUpdate()
                        .replaceWithVoid());
    }

    private static Uni<Void> forTenants(String sql, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : Panache.getSession()
                        .flatMap(session -> session.createNativeQuery(sql)
                                .setParameter(
                                        "tenants",
                                        ids.stream().map(UUID::toString).toArray(String[]::new))
                                .executeUpdate()
                                .replaceWithVoid());
    }

    private static <T> Uni<Void> each(Collection<T> values, Function<T, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(values)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
