package ai.nominate.tenantmgr.alert;

import ai.nominate.tenantmgr.alert.channel.SendResult;
import ai.nominate.tenantmgr.kernel.OwnServer;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes messages that are due and notes what came of them. Every method runs in the caller's transaction. */
@ApplicationScoped
class Claims {
    /** Longer than a try takes. Another manager makes the next try after it, should this one end before it noted the result. */
    static final Duration CLAIMED = Duration.ofMinutes(2);

    static final int MOST_TRIES = 10;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private static final String CLAIM = """
            update alert_delivery set due_at = :later, tries = tries + 1
            where id in (
                select d.id from alert_delivery d join alert a on a.id = d.alert_id
                where d.state = 'waiting' and d.due_at <= :now and a.server_id = :server
                  and (d.phase = 'over' or a.snoozed_until is null or a.snoozed_until <= :now)
                  and (d.phase <> 'over' or not exists (
                      select 1 from alert_delivery o where o.alert_id = d.alert_id and o.channel_id = d.channel_id
                         and o.phase = 'opened' and o.state = 'waiting'))
                order by d.due_at limit :most for update of d skip locked)
            returning id, alert_id, channel_id, tries""";
    private static final String NOTE = """
            update alert_delivery set state = :state, due_at = :due, detail = cast(:detail as text),
                ended_at = case when :state = 'waiting' then null else cast(:now as timestamptz) end
            where id = :id and state = 'waiting' and tries = :tries""";
    /** Who was not told of the beginning is not told of the end. */
    private static final String DROP_OVER = """
            update alert_delivery set state = 'dropped', ended_at = :now, detail = 'The first message was not sent'
            where alert_id = :alert and channel_id = :channel and phase = 'over' and state = 'waiting'
              and exists (select 1 from alert_delivery f where f.id = :id and f.phase = 'opened' and f.state = 'failed')""";

    private final OwnServer server;

    Claims(OwnServer server) {
        this.server = server;
    }

    /** A message that this manager tries to send. @param tries this one included */
    record Claim(UUID id, UUID alert, UUID channel, int tries) {}

    Uni<List<Claim>> take(int most, Instant now) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(CLAIM, Object[].class)
                        .setParameter("later", now.plus(CLAIMED))
                        .setParameter("now", now)
                        .setParameter("server", server.id())
                        .setParameter("most", most)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row ->
                                new Claim((UUID) row[0], (UUID) row[1], (UUID) row[2], ((Number) row[3]).intValue()))
                        .toList());
    }

    /** Nothing is noted if another manager has claimed it meanwhile. */
    Uni<Void> note(Claim claim, SendResult result, Instant now) {
        return switch (result) {
            case SendResult.Sent sent -> note(claim, "sent", now, null, now);
            case SendResult.Failed failed -> note(claim, "failed", now, failed.why(), now);
            case SendResult.Later later ->
                claim.tries() >= MOST_TRIES
                        ? note(claim, "failed", now, later.why() + "; given up after " + MOST_TRIES + " tries", now)
                        : note(
                                claim,
                                "waiting",
                                now.plus(later.after()
                                        .filter(after -> after.compareTo(LONGEST_PAUSE) < 0)
                                        .orElse(pause(claim.tries()))),
                                later.why(),
                                now);
        };
    }

    /** 10 s after the first try, then twice as long each time, an hour at most. */
    static Duration pause(int tries) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.clamp(tries - 1, 0, 20));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private static Uni<Void> note(Claim claim, String state, Instant due, String detail, Instant now) {
        Map<String, Object> values = new java.util.HashMap<>();
        values.put("state", state);
        values.put("due", due);
        values.put("detail", detail);
        values.put("now", now);
        values.put("id", claim.id());
        values.put("tries", claim.tries());
        return Sql.execute(NOTE, values)
                .chain(() -> Sql.execute(
                        DROP_OVER,
                        Map.of("now", now, "alert", claim.alert(), "channel", claim.channel(), "id", claim.id())))
                .replaceWithVoid();
    }
}
