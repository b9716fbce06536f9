package ai.nominate.tenantmgr.alert;

import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.audit.Change;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What people do about an open alert. */
@ApplicationScoped
class AlertActions {
    private static final String ACKNOWLEDGE = """
            update alert set acknowledged_at = :now, acknowledged_by = :name
            where id = :id and ended_at is null and acknowledged_at is null""";
    private static final String SNOOZE = "update alert set snoozed_until = :until where id = :id and ended_at is null";

    private final AlertReader reader;
    private final MessageTable messages;
    private final AlertEvents events;
    private final Audit audit;
    private final Clock clock;

    AlertActions(AlertReader reader, MessageTable messages, AlertEvents events, Audit audit, Clock clock) {
        this.reader = reader;
        this.messages = messages;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** Says who looks after it. What was not sent yet is not sent any more; done twice, the first one stays. */
    Uni<AlertView> acknowledge(String id, Actor actor) {
        return reader.get(id, actor).invoke(AlertActions::requireOpen).flatMap(alert -> {
            Instant now = clock.instant();
            return Panache.withTransaction(() -> Sql.execute(
                                    ACKNOWLEDGE, Map.of("now", now, "name", actor.name(), "id", alert.id()))
                            .flatMap(rows -> rows == 0
                                    ? Uni.createFrom().voidItem()
                                    : messages.drop(
                                                    List.of(alert.id()),
                                                    actor.name() + " acknowledged it before it was sent",
                                                    now)
                                            .chain(() -> noted(actor, "alert.acknowledge", alert, Map.of()))))
                    .chain(() -> reader.get(id, actor));
        });
    }

    /** Holds messages about it back. Who was told of it is reminded if it is still open afterwards. */
    Uni<AlertView> snooze(String id, SnoozeRequest wanted, Actor actor) {
        return reader.get(id, actor).invoke(AlertActions::requireOpen).flatMap(alert -> {
            Instant now = clock.instant();
            Instant until = now.plus(Duration.ofMinutes(wanted.checkedMinutes()));
            return Panache.withTransaction(() -> Sql.execute(SNOOZE, Map.of("until", until, "id", alert.id()))
                            .chain(() -> messages.remind(alert.id(), until, now))
                            .chain(() -> noted(actor, "alert.snooze", alert, Map.of("until", until.toString()))))
                    .chain(() -> reader.get(id, actor));
        });
    }

    private Uni<Void> noted(Actor actor, String action, AlertView alert, Map<String, Object> more) {
        Map<String, Object> state = new HashMap<>(more);
        state.put("title", alert.title());
        return audit.record(actor, Change.created(action, alert.id().toString(), alert.tenantId(), state))
                .chain(() -> events.alert("changed", alert.id(), alert.tenantId()));
    }

    private static void requireOpen(AlertView alert) {
        if (alert.endedAt() != null) {
            throw new ProblemException(AlertProblem.OVER, "It was over at " + alert.endedAt());
        }
    }
}
