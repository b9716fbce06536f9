package ai.nominate.tenantmgr.theme;

import ai.nominate.tenantmgr.theme.logo.Logo;
import ai.nominate.tenantmgr.theme.logo.LogoType;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** A logo of a tenant, by its content: kept as long as the tenant, for earlier versions. */
@Entity
@Table(name = "theme_logo")
@IdClass(LogoRow.Key.class)
class LogoRow extends PanacheEntityBase {
    @Id
    UUID tenantId;

    @Id
    String hash;

    String mediaType;
    int width;
    int height;
    byte[] content;
    Instant createdAt;

    static LogoRow of(UUID tenant, Logo logo, Instant now) {
        LogoRow row = new LogoRow();
        row.tenantId = tenant;
        row.hash = logo.hash();
        row.mediaType = logo.type().mediaType();
        row.width = logo.width();
        row.height = logo.height();
        row.content = logo.content();
        row.createdAt = now;
        return row;
    }

    Logo logo() {
        return new Logo(LogoType.of(mediaType), width, height, content);
    }

    record Key(UUID tenantId, String hash) implements Serializable {}
}
