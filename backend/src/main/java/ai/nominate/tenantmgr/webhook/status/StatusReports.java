package ai.nominate.tenantmgr.webhook.status;

import ai.nominate.tenantmgr.event.EventConsumer;
import ai.nominate.tenantmgr.event.EventConsumers;
import ai.nominate.tenantmgr.event.EventTopic;
import ai.nominate.tenantmgr.event.StoredEvent;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.server.DutyPhase;
import ai.nominate.tenantmgr.server.ServerDuty;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Writes down the states of this server's deployments as statuses to send, and sends those that are due, four at a time, so that a
 * forge that hangs delays few others.
 */
@ApplicationScoped
class StatusReports implements ServerDuty {
    private static final Logger LOG = Logger.getLogger(StatusReports.class);
    private static final EventTopic RUNS = new EventTopic("runs", Role.VIEWER);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final int AT_ONCE = 4;
    /** Longer than a try takes. */
    private static final Duration CLAIMED = Duration.ofMinutes(1);

    private final CommitStatuses statuses;
    private final StatusSender sender;
    private final EventConsumers consumers;
    private final OwnServer server;
    private final Clock clock;
    private Cancellable following = () -> {};
    private ScheduledExecutorService timer;

    StatusReports(
            CommitStatuses statuses, StatusSender sender, EventConsumers consumers, OwnServer server, Clock clock) {
        this.statuses = statuses;
        this.sender = sender;
        this.consumers = consumers;
        this.server = server;
        this.clock = clock;
    }

    @Override
    public DutyPhase phase() {
        return DutyPhase.JOBS;
    }

    @Override
    public synchronized void begin(Permit permit) {
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("commit-status").factory());
        timer.scheduleWithFixedDelay(() -> look(permit), LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
        following = consumers.follow(new States());
    }

    @Override
    public synchronized void end() {
        following.cancel();
        if (timer != null) {
            timer.shutdownNow();
        }
    }

    private void look(Permit permit) {
        try {
            List<CommitStatus> due;
            do {
                permit.check();
                due = Reactive.transaction(() ->
                        statuses.claim(server.id(), AT_ONCE, clock.instant().plus(CLAIMED)));
                sendAll(due);
            } while (due.size() == AT_ONCE);
        } catch (RuntimeException e) {
            LOG.warnf("Commit statuses could not be sent: %s", e.getMessage());
        }
    }

    private void sendAll(List<CommitStatus> due) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(row -> threads.submit(() -> send(row)));
        }
    }

    private void send(CommitStatus row) {
        try {
            sender.send(row);
        } catch (RuntimeException e) {
            LOG.warnf("The commit status of deployment %s was not sent: %s", row.deploymentId, e.getMessage());
        }
    }

    /** Not a bean: it is followed only while this manager holds the lease. */
    private final class States implements EventConsumer {
        @Override
        public EventTopic topic() {
            return RUNS;
        }

        @Override
        public Optional<String> position() {
            return Optional.of("webhook.status/server-" + server.id());
        }

        @Override
        public void handle(StoredEvent event) {
            JsonObject run = new JsonObject(event.payload());
            if ("deploy".equals(run.getString("kind"))) {
                Reactive.transaction(() -> statuses.record(UUID.fromString(run.getString("runId"))));
            }
        }

        /** Events are kept for 48 hours; nobody looks at the status of an older deployment. */
        @Override
        public void missed() {}
    }
}
