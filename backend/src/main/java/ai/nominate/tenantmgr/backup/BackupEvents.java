package ai.nominate.tenantmgr.backup;

import ai.nominate.tenantmgr.event.EventLog;
import ai.nominate.tenantmgr.event.EventTopic;
import ai.nominate.tenantmgr.kernel.Role;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/** The topic {@code backups}: a backup or a schedule changed. Written in the transaction of the change. */
@ApplicationScoped
class BackupEvents {
    private static final EventTopic TOPIC = new EventTopic("backups", Role.VIEWER);

    private final EventLog events;

    BackupEvents(EventLog events) {
        this.events = events;
    }

    @Produces
    @Singleton
    static EventTopic topic() {
        return TOPIC;
    }

    Uni<Void> changed(BackupRow row) {
        return events.append(
                TOPIC, row.tenantId, "backup.changed", Map.of("backupId", row.id.toString(), "state", row.state));
    }

    Uni<Void> scheduled(UUID tenant) {
        return events.append(TOPIC, tenant, "backup.scheduled", Map.of());
    }
}
