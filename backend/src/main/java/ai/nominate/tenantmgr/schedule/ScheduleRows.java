package ai.nominate.tenantmgr.schedule;

import ai.nominate.tenantmgr.kernel.OwnServer;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Stores what was found about the schedules of this server, one statement for any number. */
@ApplicationScoped
class ScheduleRows {
    private static final String STORE = """
            insert into schedule_run (id, server_id, title, tenant_id, tenant_slug, began_at, ended_at, duration_ms, next_at,
                verdict, detail, start_grace_seconds, shortest_seconds, longest_seconds)
            select r.id, :server, r.title, t.id, r.slug, r.began, r.ended, r.took, r.next, r.verdict, r.detail, r.grace,
                   r.shortest, r.longest
            from json_to_recordset(cast(cast(:rows as text) as json)) as r(id text, title text, tenant uuid, slug text,
                 began timestamptz, ended timestamptz, took bigint, next timestamptz, verdict text, detail text,
                 grace bigint, shortest bigint, longest bigint)
            left join tenant t on t.id = r.tenant
            where r.tenant is null or t.id is not null
            on conflict (id, server_id) do update set title = excluded.title, tenant_slug = excluded.tenant_slug,
                began_at = coalesce(excluded.began_at, schedule_run.began_at),
                ended_at = coalesce(excluded.ended_at, schedule_run.ended_at),
                duration_ms = coalesce(excluded.duration_ms, schedule_run.duration_ms), next_at = excluded.next_at,
                verdict = excluded.verdict, detail = excluded.detail,
                start_grace_seconds = excluded.start_grace_seconds, shortest_seconds = excluded.shortest_seconds,
                longest_seconds = excluded.longest_seconds""";
    private static final String FORGET = """
            delete from schedule_run
            where server_id = :server and not (id = any(cast(:ids as text[])))""";

    private final OwnServer server;

    ScheduleRows(OwnServer server) {
        this.server = server;
    }

    /** In the caller's transaction. @param ids all that there are; others are removed */
    Uni<Void> store(List<JudgedSchedule> changed, List<String> ids) {
        JsonArray rows = new JsonArray();
        changed.forEach(each -> rows.add(row(each)));
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(STORE)
                        .setParameter("server", server.id())
                        .setParameter("rows", rows.encode())
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery(FORGET)
                                .setParameter("server", server.id())
                                .setParameter("ids", ids.toArray(String[]::new))
                                .executeUpdate()))
                .replaceWithVoid();
    }

    private static JsonObject row(JudgedSchedule judged) {
        ScheduleState state = judged.state();
        ScheduleState.LastRuns last = state.last();
        return new JsonObject()
                .put("id", state.id())
                .put("title", state.title())
                .put("tenant", state.tenant() == null ? null : state.tenant().toString())
                .put("slug", state.slug())
                .put("began", text(last.began()))
                .put("ended", text(last.ended()))
                .put("took", last.took() == null ? null : last.took().toMillis())
                .put("next", text(state.next()))
                .put("verdict", judged.verdict().id())
                .put("detail", judged.detail())
                .put("grace", state.expectation().startGrace().toSeconds())
                .put("shortest", state.expectation().shortest().toSeconds())
                .put("longest", state.expectation().longest().toSeconds());
    }

    private static String text(Instant time) {
        return time == null ? null : time.toString();
    }
}
