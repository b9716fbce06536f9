package ai.nominate.tenantmgr.event;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Removes events older than the retention time. */
@ApplicationScoped
class EventPruning {
    private final EventTable table;
    private final EventProperties properties;
    private final Clock clock;

    EventPruning(EventTable table, EventProperties properties, Clock clock) {
        this.table = table;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(every = "10m", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> prune() {
        return table.prune(clock.instant().minus(properties.kept())).replaceWithVoid();
    }
}
