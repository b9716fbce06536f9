package ai.nominate.tenantmgr.webhook;

import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.settings.SecretBox;
import ai.nominate.tenantmgr.webhook.forge.Delivery;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Checks who sent a delivery. What is not valid has one answer, after the same work, so that nobody learns of tenants by it. */
@ApplicationScoped
class DeliveryCheck {
    private static final Logger LOG = Logger.getLogger(DeliveryCheck.class);
    private static final Duration NOTED_EVERY = Duration.ofSeconds(10);
    private static final UUID NOBODY = new UUID(0, 0);

    private final SecretBox secrets;
    private final RefusalBound bound;
    private final Clock clock;
    /** Decrypted and compared with the proofs for tenants without a webhook. */
    private final String decoy;
    /** In its place after a rotation, when no key opens it any more. */
    private final Secret spare = WebhookSecret.make();

    DeliveryCheck(SecretBox secrets, RefusalBound bound, Clock clock) {
        this.secrets = secrets;
        this.bound = bound;
        this.clock = clock;
        this.decoy = secrets.encrypt(WebhookSecret.make(), TenantWebhook.place(NOBODY));
    }

    /**
     * The tenant to which a delivery belongs.
     *
     * @throws ProblemException {@link WebhookProblem#REFUSED} if the sender does not know the secret of its webhook
     */
    Uni<UUID> tenantOf(String tenant, Delivery delivery, String network) {
        if (!delivery.hasProof()) {
            throw refuse(null, network); // before the database is asked, for every tenant
        }
        return Panache.withSession(() -> TenantWebhook.of(tenant)).map(row -> {
            boolean isKnown = row != null && row.takes(delivery.forge());
            Secret secret = secrets.find(
                            isKnown ? row.secret : decoy, isKnown ? row.place() : TenantWebhook.place(NOBODY))
                    .orElse(spare);
            if (!delivery.isFrom(secret) || !isKnown) {
                throw refuse(row, network);
            }
            return row.tenantId;
        });
    }

    private ProblemException refuse(TenantWebhook row, String network) {
        bound.refused(network);
        if (row != null) {
            note(row);
        }
        return new ProblemException(
                WebhookProblem.REFUSED,
                "Send the secret that the webhook of the tenant has, to the address that its page shows");
    }

    /** So that an operator sees why a push did not deploy. After the answer, whose time would tell of the tenant. */
    private void note(TenantWebhook row) {
        if (row.refusedAt != null && row.refusedAt.isAfter(clock.instant().minus(NOTED_EVERY))) {
            return;
        }
        Panache.withTransaction(
                        () -> TenantWebhook.update("refusedAt = ?1 where tenantId = ?2", clock.instant(), row.tenantId))
                .subscribe()
                .with(done -> {}, e -> LOG.warnf("A refused delivery could not be noted: %s", e.getMessage()));
    }
}
