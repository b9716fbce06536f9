package ai.nominate.tenantmgr.theme;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** One version of a tenant's look. Immutable, because a deployment remembers it. */
@Entity
@Table(name = "tenant_theme")
@IdClass(ThemeRow.Key.class)
class ThemeRow extends PanacheEntityBase {
    @Id
    UUID tenantId;

    @Id
    int version;

    /** Null: the application's own look. */
    @Convert(converter = ThemeJson.class)
    ThemeContent content;

    /** The hash of a {@link LogoRow}; null: the application's own. */
    String logo;

    String reason;
    Instant createdAt;
    String createdBy;

    /** Null if the tenant never had one. */
    static Uni<ThemeRow> newest(UUID tenant) {
        return find("tenantId = ?1 order by version desc", tenant).firstResult();
    }

    record Key(UUID tenantId, int version) implements Serializable {}
}
