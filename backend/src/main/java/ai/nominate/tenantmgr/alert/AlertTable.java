package ai.nominate.tenantmgr.alert;

import ai.nominate.tenantmgr.alert.finding.Severity;
import ai.nominate.tenantmgr.alert.plan.Changes;
import ai.nominate.tenantmgr.alert.plan.Message;
import ai.nominate.tenantmgr.alert.plan.OpenAlert;
import ai.nominate.tenantmgr.kernel.OwnServer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes what a look changed, with the messages about it, in the caller's transaction. Repeated, it changes nothing. */
@ApplicationScoped
class AlertTable {
    private static final String OPEN = """
            insert into alert (id, server_id, key, kind, severity, tenant_id, tenant_slug, title, detail, began_at, opened_at,
                folded_into)
            select r.id, :server, r.key, r.kind, r.severity, t.id, r.slug, r.title, r.detail, r.began, r.opened, r."into"
            from json_to_recordset(cast(cast(:rows as text) as json)) as r(id uuid, key text, kind text, severity text,
                 tenant uuid, slug text, title text, detail text, began timestamptz, opened timestamptz, "into" uuid)
            left join tenant t on t.id = r.tenant
            on conflict (server_id, key) where ended_at is null do nothing""";
    private static final String CHANGE = """
            update alert a set severity = r.severity, title = r.title, detail = r.detail
            from json_to_recordset(cast(cast(:rows as text) as json)) as r(id uuid, severity text, title text, detail text)
            where a.id = r.id and a.ended_at is null""";
    private static final String FOLD = """
            update alert a set folded_into = r."into"
            from json_to_recordset(cast(cast(:rows as text) as json)) as r(id uuid, "into" uuid)
            where a.id = r.id and a.ended_at is null""";
    private static final String END = """
            update alert set ended_at = :now
            where id = any(cast(cast(:ids as text[]) as uuid[])) and ended_at is null""";

    private final MessageTable messages;
    private final AlertEvents events;
    private final OwnServer server;

    AlertTable(MessageTable messages, AlertEvents events, OwnServer server) {
        this.messages = messages;
        this.events = events;
        this.server = server;
    }

    /**
     * @param open the alerts that the changes are about
     * @param begun the messages about what opened or became worse
     * @param over plans the messages about what is over
     */
    Uni<Void> write(Changes changes, List<OpenAlert> open, List<Message> begun, MessageTable.Over over, Instant now) {
        Map<UUID, OpenAlert> byId = open.stream().collect(Collectors.toMap(OpenAlert::id, Function.identity()));
        Map<UUID, Severity> severities = open.stream().collect(Collectors.toMap(OpenAlert::id, OpenAlert::severity));
        return Sql.rows(OPEN, changes.opened(), AlertTable::opened, Map.of("server", server.id()))
                .chain(() -> Sql.rows(CHANGE, changes.changed(), AlertTable::changed, Map.of()))
                .chain(() -> Sql.rows(FOLD, changes.folded(), AlertTable::folded, Map.of()))
                .chain(() -> messages.drop(
                        changes.folded().stream().map(Changes.Folded::alert).toList(),
                        "One message speaks for many alerts",
                        now))
                .chain(() -> messages.insert(begun, now))
                .chain(() -> end(changes.ended(), now))
                .chain(() -> messages.end(changes.ended(), sent -> over.plan(sent, severities), now))
                .chain(() -> Sql.each(
                        changes.opened().stream()
                                .map(Changes.Opened::alert)
                                .filter(alert -> alert.foldedInto() == null)
                                .toList(),
                        alert -> told("opened", alert)))
                .chain(() -> Sql.each(changes.changed(), each -> told("changed", each.alert())))
                .chain(() -> Sql.each(
                        changes.ended().stream()
                                .map(byId::get)
                                .filter(alert -> alert != null && alert.foldedInto() == null)
                                .toList(),
                        alert -> told("ended", alert)));
    }

    private Uni<Void> told(String what, OpenAlert alert) {
        return events.alert(
                what, alert.id(), alert.tenant() == null ? null : alert.tenant().id());
    }

    private static Uni<Integer> end(List<UUID> ended, Instant now) {
        return ended.isEmpty()
                ? Uni.createFrom().item(0)
                : Sql.execute(END, Map.of("ids", Sql.texts(ended), "now", now));
    }

    private static JsonObject opened(Changes.Opened opened) {
        OpenAlert alert = opened.alert();
        return finding(alert.id(), opened.finding())
                .put("key", alert.key())
                .put("kind", alert.kind())
                .put(
                        "tenant",
                        alert.tenant() == null ? null : alert.tenant().id().toString())
                .put("slug", alert.tenant() == null ? null : alert.tenant().slug())
                .put("began", opened.finding().began().toString())
                .put("opened", alert.opened().toString())
                .put(
                        "into",
                        alert.foldedInto() == null ? null : alert.foldedInto().toString());
    }

    private static JsonObject changed(Changes.Changed changed) {
        return finding(changed.alert().id(), changed.finding());
    }

    private static JsonObject finding(UUID id, ai.nominate.tenantmgr.alert.finding.Finding finding) {
        return new JsonObject()
                .put("id", id.toString())
                .put("severity", finding.severity().id())
                .put("title", finding.title())
                .put("detail", finding.detail());
    }

    private static JsonObject folded(Changes.Folded folded) {
        return new JsonObject()
                .put("id", folded.alert().toString())
                .put("into", folded.into().toString());
    }
}
