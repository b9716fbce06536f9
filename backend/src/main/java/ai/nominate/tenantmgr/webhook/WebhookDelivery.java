package ai.nominate.tenantmgr.webhook;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Role;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One delivery with a valid signature, and what came of it. */
@Entity
@Table(name = "webhook_delivery")
class WebhookDelivery extends PanacheEntityBase {
    /** The unique key that a second delivery of the same body violates. */
    static final String ONE_PER_BODY = "webhook_delivery_tenant_id_digest_key";

    /** The unique key that a second waiting push of a tenant violates. */
    static final String ONE_WAITING = "webhook_delivery_one_waiting";

    @Id
    UUID id;

    UUID tenantId;
    String digest;
    Instant at;
    String forge;
    String event;
    String ref;

    @Column(name = "commit")
    String commitId;

    /** The reason of the deployment. */
    String reason;

    /** From which it was sent. */
    String address;

    String result;
    String detail;
    UUID deploymentId;
    int repeats;

    static Uni<WebhookDelivery> of(UUID tenant, String digest) {
        return WebhookDelivery.<WebhookDelivery>find("tenantId = ?1 and digest = ?2", tenant, digest)
                .firstResult();
    }

    /** The push that waits for the end of a run, locked until the transaction ends; null if none does. */
    static Uni<WebhookDelivery> waiting(UUID tenant) {
        return WebhookDelivery.<WebhookDelivery>find(
                        "tenantId = ?1 and result = ?2", tenant, DeliveryResult.WAITING.id())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    static Uni<List<UUID>> waiting() {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(
                                "select tenant_id from webhook_delivery where result = 'waiting'", UUID.class)
                        .getResultList());
    }

    static Uni<List<WebhookDelivery>> newest(UUID tenant, int count) {
        return WebhookDelivery.<WebhookDelivery>find("tenantId = ?1 order by at desc, id desc", tenant)
                .page(0, count)
                .list();
    }

    void end(DeliveryResult how, String why) {
        result = how.id();
        detail = why;
    }

    /** Who requests the deployment: no user name contains a colon. Not limited by the role of who made the webhook. */
    Actor actor() {
        return new Actor("webhook:" + forge, Role.OPERATOR, Optional.of(Set.of(tenantId)), address, null);
    }
}
