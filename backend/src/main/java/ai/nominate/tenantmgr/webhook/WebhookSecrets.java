package ai.nominate.tenantmgr.webhook;

import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.settings.SecretStore;
import jakarta.enterprise.context.ApplicationScoped;

/** The secrets of webhooks, for the rotation of the key for secrets. */
@ApplicationScoped
class WebhookSecrets implements SecretStore {
    @Override
    public void visit(Visitor visitor) {
        for (TenantWebhook row : Reactive.transaction(() -> TenantWebhook.<TenantWebhook>list("order by tenantId"))) {
            String after = visitor.visit(row.secret, row.place());
            if (!after.equals(row.secret)) {
                Reactive.transaction(() -> TenantWebhook.update(
                        "secret = ?1 where tenantId = ?2 and secret = ?3", after, row.tenantId, row.secret));
            }
        }
    }
}
