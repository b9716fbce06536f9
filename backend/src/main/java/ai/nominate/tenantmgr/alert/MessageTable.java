package ai.nominate.tenantmgr.alert;

import ai.nominate.tenantmgr.alert.finding.Severity;
import ai.nominate.tenantmgr.alert.plan.Message;
import ai.nominate.tenantmgr.alert.plan.SentMessage;
import ai.nominate.tenantmgr.kernel.Uuid7;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** The outbox of messages: rows that are there exactly if what they tell is. Every method runs in the caller's transaction. */
@ApplicationScoped
class MessageTable {
    private static final String INSERT = """
            insert into alert_delivery (id, alert_id, channel_id, rule_id, phase, state, created_at, due_at)
            select r.id, a.id, c.id, l.id, r.phase, 'waiting', cast(:now as timestamptz), r.due
            from json_to_recordset(cast(cast(:rows as text) as json)) as r(id uuid, alert uuid, channel uuid, rule uuid,
                 phase text, due timestamptz)
            join alert a on a.id = r.alert join alert_channel c on c.id = r.channel and c.enabled
            left join alert_rule l on l.id = r.rule
            on conflict on constraint alert_delivery_once do nothing""";
    /** A reminder that was sent may be asked for again. */
    private static final String REMIND = """
            insert into alert_delivery (id, alert_id, channel_id, rule_id, phase, state, created_at, due_at)
            select gen_random_uuid(), d.alert_id, d.channel_id, d.rule_id, 'reminder', 'waiting', cast(:now as timestamptz),
                   cast(:due as timestamptz)
            from alert_delivery d
            where d.alert_id = :alert and d.phase = 'opened' and (d.state = 'sent' or d.state = 'waiting' and d.tries > 0)
            on conflict on constraint alert_delivery_once do update
            set id = excluded.id, state = 'waiting', tries = 0, due_at = excluded.due_at, ended_at = null, detail = null""";

    private static final String BEGUN = """
            select alert_id, channel_id, rule_id, state, tries from alert_delivery
            where alert_id = any(cast(cast(:ids as text[]) as uuid[])) and phase = 'opened' for update""";
    private static final String DROP = """
            update alert_delivery set state = 'dropped', ended_at = :now, detail = :why
            where alert_id = any(cast(cast(:ids as text[]) as uuid[])) and state = 'waiting' and phase <> 'over'
              and (tries = 0 or phase = 'reminder')""";

    /** Plans the messages about alerts that are over. */
    @FunctionalInterface
    interface Over {
        List<Message> plan(List<SentMessage> begun, Map<UUID, Severity> severities);
    }

    Uni<Integer> insert(Collection<Message> messages, Instant now) {
        return Sql.rows(INSERT, messages, MessageTable::row, Map.of("now", now));
    }

    /** A message that was never tried is dropped; a receiver that may have the first message gets the last one. */
    Uni<Void> end(List<UUID> ended, Function<List<SentMessage>, List<Message>> over, Instant now) {
        return ended.isEmpty()
                ? Uni.createFrom().voidItem()
                : begun(ended)
                        .flatMap(sent -> insert(over.apply(sent), now))
                        .chain(() -> drop(ended, "It was over before it was sent", now))
                        .replaceWithVoid();
    }

    /** Messages of these alerts that no try was made for are not sent. */
    Uni<Integer> drop(Collection<UUID> alerts, String why, Instant now) {
        return alerts.isEmpty()
                ? Uni.createFrom().item(0)
                : Sql.execute(DROP, Map.of("ids", Sql.texts(alerts), "why", why, "now", now));
    }

    /** Those who were told of the alert are told again at this time, if it is still open then. */
    Uni<Integer> remind(UUID alert, Instant due, Instant now) {
        return Sql.execute(REMIND, Map.of("alert", alert, "due", due, "now", now));
    }

    private static Uni<List<SentMessage>> begun(List<UUID> alerts) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(BEGUN, Object[].class)
                        .setParameter("ids", Sql.texts(alerts))
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new SentMessage(
                                (UUID) row[0],
                                (UUID) row[1],
                                (UUID) row[2],
                                "waiting".equals(row[3]),
                                ((Number) row[4]).intValue() > 0,
                                "sent".equals(row[3])))
                        .toList());
    }

    private static JsonObject row(Message message) {
        return new JsonObject()
                .put("id", Uuid7.next().toString())
                .put("alert", message.alert().toString())
                .put("channel", message.channel().toString())
                .put("rule", message.rule() == null ? null : message.rule().toString())
                .put("phase", message.phase().id())
                .put("due", message.due().toString());
    }
}
