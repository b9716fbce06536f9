package ai.nominate.tenantmgr.config;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** One version of a tenant's configuration. Immutable, because a deployment may have pinned it. */
@Entity
@Table(name = "tenant_config")
@IdClass(TenantConfig.Key.class)
class TenantConfig extends PanacheEntityBase {
    @Id
    UUID tenantId;

    @Id
    int version;

    String adminEmail;
    String adminUsername;
    /** Encrypted. */
    String adminPassword;

    @Convert(converter = EnvJson.class)
    Map<String, StoredValue> env;

    Instant createdAt;
    String createdBy;

    static Uni<TenantConfig> newest(UUID tenant) {
        return find("tenantId = ?1 order by version desc", tenant).firstResult();
    }

    record Key(UUID tenantId, int version) implements Serializable {}

    /**
     * @param value encrypted if secret
     * @param generated whether it was generated for the core application: then it is kept until it is set explicitly
     */
    record StoredValue(String value, boolean secret, boolean generated) {}
}
