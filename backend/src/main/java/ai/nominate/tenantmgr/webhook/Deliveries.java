package ai.nominate.tenantmgr.webhook;

import ai.nominate.tenantmgr.deployment.step.CoreSource;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Uuid7;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.web.SqlFailure;
import ai.nominate.tenantmgr.webhook.forge.Delivery;
import ai.nominate.tenantmgr.webhook.forge.ForgeEvent;
import ai.nominate.tenantmgr.webhook.forge.ForgeEvents;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Stores deliveries whose sender is known, each body once, and deploys what was pushed to the tenant's branch. */
@ApplicationScoped
class Deliveries {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int MOST_TRIES = 5;

    private final TenantRegistry tenants;
    private final CoreSource sources;
    private final WaitingPush waiting;
    private final WebhookEvents events;
    private final Clock clock;

    Deliveries(TenantRegistry tenants, CoreSource sources, WaitingPush waiting, WebhookEvents events, Clock clock) {
        this.tenants = tenants;
        this.sources = sources;
        this.waiting = waiting;
        this.events = events;
        this.clock = clock;
    }

    /** @param address from which it was sent */
    Uni<DeliveryAnswer> take(UUID tenant, Delivery delivery, String address) {
        ForgeEvent event = ForgeEvents.read(delivery);
        String digest = delivery.digest();
        return Panache.withTransaction(() -> store(row(tenant, delivery, event, address), event))
                // another push of the tenant came at the same moment; now it is there to be superseded
                .onFailure(e -> SqlFailure.violates(e, WebhookDelivery.ONE_WAITING))
                .retry()
                .atMost(MOST_TRIES)
                .onFailure(e -> SqlFailure.violates(e, WebhookDelivery.ONE_PER_BODY))
                .recoverWithItem(DeliveryAnswer::repeated)
                .flatMap(answer -> answer.isWaiting()
                        ? waiting.deploy(tenant).chain(() -> stored(tenant, digest))
                        : Uni.createFrom().item(answer));
    }

    private Uni<DeliveryAnswer> store(WebhookDelivery row, ForgeEvent event) {
        return WebhookDelivery.of(row.tenantId, row.digest)
                .flatMap(earlier -> earlier == null ? decide(row, event) : repeated(earlier, row, event));
    }

    /** What was refused has had no effect: after the cause is mended, sending it again is how a forge repeats it. */
    private Uni<DeliveryAnswer> repeated(WebhookDelivery earlier, WebhookDelivery row, ForgeEvent event) {
        if (earlier.result.equals(DeliveryResult.REFUSED.id())) {
            return earlier.delete().chain(earlier::flush).chain(() -> decide(row, event));
        }
        earlier.repeats++;
        return events.delivered(earlier).replaceWith(DeliveryAnswer::repeated);
    }

    private Uni<DeliveryAnswer> decide(WebhookDelivery row, ForgeEvent event) {
        Uni<Void> decision = switch (event) {
            case ForgeEvent.Ping ping -> ended(row, DeliveryResult.ANSWERED, "The webhook works");
            case ForgeEvent.Other other ->
                ended(row, DeliveryResult.IGNORED, "Only pushes are deployed; turn off other events at the forge");
            case ForgeEvent.Unreadable unreadable -> ended(row, DeliveryResult.IGNORED, unreadable.why());
            case ForgeEvent.Push push -> push(row, push);
        };
        return decision.chain(row::persistAndFlush)
                .chain(() -> events.delivered(row))
                .replaceWith(() -> DeliveryAnswer.of(row));
    }

    private static Uni<Void> ended(WebhookDelivery row, DeliveryResult how, String why) {
        row.end(how, why);
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> push(WebhookDelivery row, ForgeEvent.Push push) {
        return tenants.get(row.tenantId)
                .flatMap(sources::of)
                .map(source -> PushFilter.ignored(push, source))
                .onFailure(ProblemException.class)
                .recoverWithItem(e -> Optional.of(WaitingPush.sentence((ProblemException) e)))
                .flatMap(ignored ->
                        ignored.isPresent() ? ended(row, DeliveryResult.IGNORED, ignored.get()) : supersede(row));
    }

    /** Of several pushes during a run only the newest is deployed. */
    private Uni<Void> supersede(WebhookDelivery row) {
        row.end(DeliveryResult.WAITING, "A run of the tenant is active; the newest push is deployed when it ends");
        return WebhookDelivery.waiting(row.tenantId).flatMap(older -> {
            if (older == null) {
                return Uni.createFrom().voidItem();
            }
            older.end(DeliveryResult.SUPERSEDED, "A newer push came before it was deployed");
            return older.flush();
        });
    }

    private static Uni<DeliveryAnswer> stored(UUID tenant, String digest) {
        return Panache.withSession(() -> WebhookDelivery.of(tenant, digest).map(DeliveryAnswer::of));
    }

    private WebhookDelivery row(UUID tenant, Delivery delivery, ForgeEvent event, String address) {
        WebhookDelivery row = new WebhookDelivery();
        row.id = Uuid7.next();
        row.tenantId = tenant;
        row.digest = delivery.digest();
        row.at = clock.instant();
        row.forge = delivery.forge().id();
        row.event = DeliveryTexts.event(delivery.event());
        row.address = address;
        if (event instanceof ForgeEvent.Push push) {
            row.ref = push.ref();
            row.commitId = push.commit();
            row.reason = DeliveryTexts.reason(push);
        }
        return row;
    }

    @Scheduled(every = "1h", delayed = "4m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> prune() {
        return Panache.withTransaction(() -> WebhookDelivery.delete(
                        "at < ?1 and result <> ?2", clock.instant().minus(KEPT), DeliveryResult.WAITING.id()))
                .replaceWithVoid();
    }
}
