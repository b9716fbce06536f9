package ai.nominate.tenantmgr.webhook;

import ai.nominate.tenantmgr.webhook.forge.Forge;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "tenant_webhook")
class TenantWebhook extends PanacheEntityBase {
    /** One statement whether the tenant exists or not, so that both take the same time. */
    private static final String FIND = """
            select w.* from tenant_webhook w join tenant t on t.id = w.tenant_id
            where t.slug = :tenant or cast(t.id as text) = lower(:tenant)""";

    @Id
    UUID tenantId;

    String forge;
    /** Encrypted. */
    String secret;

    boolean commitStatus;
    String pageAddress;
    Instant createdAt;
    String createdBy;
    Instant refusedAt;

    /** Null if there is no such tenant, or none of it. */
    static Uni<TenantWebhook> of(String idOrSlug) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(FIND, TenantWebhook.class)
                        .setParameter("tenant", idOrSlug)
                        .getResultList())
                .map(rows -> rows.isEmpty() ? null : rows.getFirst());
    }

    boolean takes(Forge sender) {
        return forge == null || forge.equals(sender.id());
    }

    /** The location of the secret; part of its encryption. */
    String place() {
        return place(tenantId);
    }

    static String place(UUID tenant) {
        return "tenant_webhook/" + tenant + "/secret";
    }
}
