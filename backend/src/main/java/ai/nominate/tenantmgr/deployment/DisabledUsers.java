package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.audit.Change;
import ai.nominate.tenantmgr.event.EventConsumer;
import ai.nominate.tenantmgr.event.EventConsumers;
import ai.nominate.tenantmgr.event.EventTopic;
import ai.nominate.tenantmgr.event.StoredEvent;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.run.RunSnapshot;
import ai.nominate.tenantmgr.run.Runs;
import ai.nominate.tenantmgr.run.UserRuns;
import ai.nominate.tenantmgr.run.engine.RunStatus;
import ai.nominate.tenantmgr.server.DutyPhase;
import ai.nominate.tenantmgr.server.ServerDuty;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/**
 * Cancels the queued runs of a user who was disabled or deleted. A running one goes on, because a change that stops in
 * the middle harms the tenant more than one that ends; the audit log says so, and an admin may cancel it.
 */
@ApplicationScoped
class DisabledUsers implements ServerDuty {
    private static final EventTopic USERS = new EventTopic("users", Role.ADMIN);

    private final UserRuns userRuns;
    private final Runs runs;
    private final Audit audit;
    private final OwnServer server;
    private final EventConsumers consumers;
    private Cancellable following = () -> {};

    DisabledUsers(UserRuns userRuns, Runs runs, Audit audit, OwnServer server, EventConsumers consumers) {
        this.userRuns = userRuns;
        this.runs = runs;
        this.audit = audit;
        this.server = server;
        this.consumers = consumers;
    }

    @Override
    public DutyPhase phase() {
        return DutyPhase.JOBS;
    }

    @Override
    public void begin(Permit permit) {
        following = consumers.follow(new Accounts());
    }

    @Override
    public void end() {
        following.cancel();
    }

    private void stopRuns(String user) {
        Reactive.transaction(() -> userRuns.unfinished(server.id(), user)
                .flatMap(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUniAndConcatenate(run -> stop(run, user))
                        .collect()
                        .last()
                        .replaceWithVoid()));
    }

    private Uni<Void> stop(RunSnapshot run, String user) {
        boolean isQueued = run.status() == RunStatus.QUEUED;
        Change change = Change.created(
                isQueued ? "run.cancel" : "run.go-on",
                run.id().toString(),
                run.subject().id(),
                Map.of("user", user, "reason", "the user was disabled or deleted"));
        return (isQueued
                        ? runs.cancel(run.id()).replaceWithVoid()
                        : Uni.createFrom().voidItem())
                .flatMap(done -> audit.record(Actor.MANAGER, change))
                .invoke(() -> runs.changed(run.id()));
    }

    /** Not a bean: it is followed only while this manager holds the lease of the runs' server. */
    private final class Accounts implements EventConsumer {
        @Override
        public EventTopic topic() {
            return USERS;
        }

        @Override
        public Optional<String> position() {
            return Optional.of("deployment.disabled-users/server-" + server.id());
        }

        @Override
        public void handle(StoredEvent event) {
            JsonObject account = new JsonObject(event.payload());
            boolean isDisabled = event.type().equals("user.removed")
                    || event.type().equals("user.changed") && account.getBoolean("disabled", false);
            if (isDisabled && account.getString("username") != null) {
                stopRuns(account.getString("username"));
            }
        }

        /** Events are kept for 48 hours, longer than a run is queued or running. */
        @Override
        public void missed() {}
    }
}
