package ai.nominate.tenantmgr.webhook;

import ai.nominate.tenantmgr.event.EventConsumer;
import ai.nominate.tenantmgr.event.EventConsumers;
import ai.nominate.tenantmgr.event.EventTopic;
import ai.nominate.tenantmgr.event.StoredEvent;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.run.engine.RunStatus;
import ai.nominate.tenantmgr.server.DutyPhase;
import ai.nominate.tenantmgr.server.ServerDuty;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Deploys the push that waited for the end of a run. */
@ApplicationScoped
class RunEnds implements ServerDuty {
    private static final EventTopic RUNS = new EventTopic("runs", Role.VIEWER);

    private final WaitingPush waiting;
    private final EventConsumers consumers;
    private final OwnServer server;
    private Cancellable following = () -> {};

    RunEnds(WaitingPush waiting, EventConsumers consumers, OwnServer server) {
        this.waiting = waiting;
        this.consumers = consumers;
        this.server = server;
    }

    @Override
    public DutyPhase phase() {
        return DutyPhase.JOBS;
    }

    @Override
    public void begin(Permit permit) {
        following = consumers.follow(new Ends());
    }

    @Override
    public void end() {
        following.cancel();
    }

    /** Not a bean: it is followed only while this manager holds the lease. */
    private final class Ends implements EventConsumer {
        @Override
        public EventTopic topic() {
            return RUNS;
        }

        @Override
        public Optional<String> position() {
            return Optional.of("webhook.run-ends/server-" + server.id());
        }

        @Override
        public void handle(StoredEvent event) {
            String status = new JsonObject(event.payload()).getString("status");
            if (event.tenantId() != null && RunStatus.of(status).isFinal()) {
                Reactive.await(() -> waiting.deploy(event.tenantId()));
            }
        }

        @Override
        public void missed() {
            Reactive.await(waiting::deployAll);
        }
    }
}
