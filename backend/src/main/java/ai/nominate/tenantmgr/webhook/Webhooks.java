package ai.nominate.tenantmgr.webhook;

import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.audit.Change;
import ai.nominate.tenantmgr.deployment.step.CoreSource;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.RequestProblem;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.kernel.TenantSource;
import ai.nominate.tenantmgr.settings.SecretBox;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.webhook.status.CommitStatuses;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** Turns the webhooks of tenants on and off. */
@ApplicationScoped
class Webhooks {
    private static final int SHOWN = 20;
    private static final int SHOWN_STATUSES = 10;

    private final TenantRegistry tenants;
    private final SecretBox secrets;
    private final CoreSource sources;
    private final CommitStatuses statuses;
    private final WebhookEvents events;
    private final Audit audit;
    private final Clock clock;

    Webhooks(
            TenantRegistry tenants,
            SecretBox secrets,
            CoreSource sources,
            CommitStatuses statuses,
            WebhookEvents events,
            Audit audit,
            Clock clock) {
        this.tenants = tenants;
        this.secrets = secrets;
        this.sources = sources;
        this.statuses = statuses;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<WebhookView> get(String tenant, Actor actor) {
        return Panache.withSession(() -> tenants.get(tenant, actor)
                .flatMap(found ->
                        TenantWebhook.<TenantWebhook>findById(found.id()).flatMap(row -> view(found, row, null))));
    }

    /** @return with the secret, if one was made */
    Uni<WebhookView> change(String tenant, WebhookChange wanted, Actor actor) {
        wanted.check();
        return Panache.withTransaction(() -> tenants.lock(tenant, actor)
                .call(found -> wanted.reports()
                        ? requireToken(found)
                        : Uni.createFrom().voidItem())
                .flatMap(found -> TenantWebhook.<TenantWebhook>findById(found.id())
                        .flatMap(row ->
                                row == null ? create(found, wanted, actor) : change(found, row, wanted, actor))));
    }

    Uni<Void> delete(String tenant, Actor actor) {
        return Panache.withTransaction(() -> tenants.lock(tenant, actor)
                .flatMap(found -> TenantWebhook.<TenantWebhook>findById(found.id())
                        .flatMap(row -> row == null
                                ? Uni.createFrom().voidItem()
                                : row.delete()
                                        .chain(() -> drop(found))
                                        .chain(() -> audit.record(
                                                actor,
                                                Change.deleted(
                                                        "webhook.delete",
                                                        found.slug().value(),
                                                        found.id(),
                                                        state(row, null)))))));
    }

    /** What a source has to be for its forge to take statuses; whether the token may write them only the forge knows. */
    private Uni<Void> requireToken(TenantSnapshot tenant) {
        return sources.of(tenant)
                .invoke(source -> {
                    if (!(source instanceof TenantSource.Git git) || git.url().isSsh() || git.credential() == null) {
                        throw new ProblemException(RequestProblem.INVALID, "One field is not valid")
                                .withError("commitStatus", "needs a source with an access token, over https");
                    }
                })
                .replaceWithVoid();
    }

    /** A push that waits was sent to a webhook that does not exist any more. */
    private Uni<Void> drop(TenantSnapshot tenant) {
        return WebhookDelivery.waiting(tenant.id())
                .invoke(push -> {
                    if (push != null) {
                        push.end(DeliveryResult.IGNORED, "The webhook was turned off before it was deployed");
                    }
                })
                .chain(() -> events.changed(tenant.id()));
    }

    private Uni<WebhookView> create(TenantSnapshot tenant, WebhookChange wanted, Actor actor) {
        TenantWebhook row = new TenantWebhook();
        row.tenantId = tenant.id();
        set(row, wanted);
        row.createdAt = clock.instant();
        row.createdBy = actor.name();
        Secret secret = wanted.newSecret(false).orElseThrow();
        row.secret = secrets.encrypt(secret, row.place());
        return row.persistAndFlush()
                .chain(() -> events.changed(row.tenantId))
                .chain(() -> audit.record(
                        actor,
                        Change.created("webhook.create", tenant.slug().value(), tenant.id(), state(row, secret))))
                .chain(() -> view(tenant, row, shown(wanted, secret)));
    }

    private Uni<WebhookView> change(TenantSnapshot tenant, TenantWebhook row, WebhookChange wanted, Actor actor) {
        Map<String, Object> before = state(row, null);
        Secret secret = wanted.newSecret(true).orElse(null);
        set(row, wanted);
        if (secret != null) {
            row.secret = secrets.encrypt(secret, row.place());
            row.refusedAt = null;
        }
        return row.flush()
                .chain(() -> events.changed(row.tenantId))
                .chain(() -> audit.record(
                        actor,
                        Change.updated(
                                "webhook.change", tenant.slug().value(), tenant.id(), before, state(row, secret))))
                .chain(() -> view(tenant, row, shown(wanted, secret)));
    }

    private static void set(TenantWebhook row, WebhookChange wanted) {
        row.forge = wanted.forge();
        row.commitStatus = wanted.reports();
        row.pageAddress = wanted.page();
    }

    /** A secret that the caller sent is not sent back. */
    private static String shown(WebhookChange wanted, Secret secret) {
        return secret == null || wanted.secret() != null ? null : secret.reveal();
    }

    private Uni<WebhookView> view(TenantSnapshot tenant, TenantWebhook row, String madeSecret) {
        return WebhookDelivery.newest(tenant.id(), SHOWN)
                .flatMap(deliveries -> statuses.newest(tenant.id(), SHOWN_STATUSES)
                        .map(sent -> WebhookView.of(tenant.slug().value(), row, madeSecret, deliveries, sent)));
    }

    /** @param secret null if it stays; the audit shows its mask */
    private static Map<String, Object> state(TenantWebhook row, Secret secret) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("forge", row.forge);
        state.put("commitStatus", row.commitStatus);
        state.put("pageAddress", row.pageAddress);
        state.put("secret", secret);
        return state;
    }
}
