package ai.nominate.tenantmgr.webhook;

import ai.nominate.tenantmgr.deployment.Deployments;
import ai.nominate.tenantmgr.deployment.step.DeploymentProblem;
import ai.nominate.tenantmgr.kernel.FieldError;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.run.Runs;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Deploys the push of a tenant that waits. Every push waits first and is deployed from there, so that none is lost between its
 * arrival and the end of a run.
 */
@ApplicationScoped
class WaitingPush {
    private static final Logger LOG = Logger.getLogger(WaitingPush.class);

    private final Deployments deployments;
    private final Runs runs;
    private final WebhookEvents events;

    WaitingPush(Deployments deployments, Runs runs, WebhookEvents events) {
        this.deployments = deployments;
        this.runs = runs;
        this.events = events;
    }

    /** Queues its deployment unless a run of the tenant is active; then it goes on waiting. */
    Uni<Void> deploy(UUID tenant) {
        return Panache.withTransaction(() -> WebhookDelivery.waiting(tenant)
                        .flatMap(row -> row == null ? Uni.createFrom().voidItem() : queue(row)))
                .invoke(runs::wake)
                .onFailure(ProblemException.class)
                .recoverWithUni(e -> refused(tenant, (ProblemException) e))
                .onFailure()
                .invoke(e -> LOG.warnf(e, "A push to tenant %s could not be deployed; it is tried again", tenant))
                .onFailure()
                .recoverWithNull();
    }

    /** For what failed on the way, such as by a database that was away for a moment. */
    @Scheduled(every = "1m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> deployAll() {
        return Panache.withSession(WebhookDelivery::waiting)
                .onItem()
                .transformToMulti(tenants -> Multi.createFrom().iterable(tenants))
                .onItem()
                .transformToUniAndConcatenate(this::deploy)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** One transaction with the deployment's own: a push is never deployed twice. */
    private Uni<Void> queue(WebhookDelivery row) {
        return deployments
                .deploy(row.tenantId.toString(), row.reason, row.actor())
                .flatMap(accepted -> {
                    row.deploymentId = accepted.deploymentId();
                    row.end(DeliveryResult.DEPLOYED, null);
                    return events.delivered(row);
                });
    }

    private Uni<Void> refused(UUID tenant, ProblemException refusal) {
        return refusal.problem() == DeploymentProblem.RUNNING
                ? Uni.createFrom().voidItem()
                : Panache.withTransaction(() -> WebhookDelivery.waiting(tenant).flatMap(row -> {
                    if (row == null) {
                        return Uni.createFrom().voidItem();
                    }
                    row.end(DeliveryResult.REFUSED, sentence(refusal));
                    return events.delivered(row);
                }));
    }

    static String sentence(ProblemException refusal) {
        String fields = refusal.errors().stream().map(FieldError::field).collect(Collectors.joining(", "));
        return refusal.problem().title() + ": " + refusal.getMessage() + (fields.isEmpty() ? "" : " (" + fields + ")");
    }
}
