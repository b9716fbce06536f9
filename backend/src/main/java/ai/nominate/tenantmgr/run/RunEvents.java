package ai.nominate.tenantmgr.run;

import ai.nominate.tenantmgr.event.EventLog;
import ai.nominate.tenantmgr.event.EventTopic;
import ai.nominate.tenantmgr.kernel.Role;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The topic {@code runs}: a run was queued, went on by a step, or ended. Each call is made in the transaction of the change. */
@ApplicationScoped
class RunEvents {
    private static final EventTopic TOPIC = new EventTopic("runs", Role.VIEWER);

    private final EventLog events;

    RunEvents(EventLog events) {
        this.events = events;
    }

    @Produces
    @Singleton
    static EventTopic topic() {
        return TOPIC;
    }

    Uni<Void> queued(RunRow row) {
        return append("run.queued", row);
    }

    /** Its status, step or progress, as the row has it by now. */
    Uni<Void> changed(UUID run) {
        return RunRow.<RunRow>findById(run).flatMap(row -> append("run.changed", row));
    }

    private Uni<Void> append(String type, RunRow row) {
        Map<String, Object> payload = new HashMap<>();
        payload.put("runId", row.id.toString());
        payload.put("kind", row.kind);
        payload.put("status", row.status);
        payload.put("currentStep", row.currentStep);
        payload.put("progressPercent", row.progressPercent);
        return events.append(TOPIC, row.subjectId, type, payload);
    }
}
