package ai.nominate.tenantmgr.tenant;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

@Entity
@Table(name = "tenant_slot")
@IdClass(TenantSlot.Key.class)
class TenantSlot extends PanacheEntityBase {
    @Id
    UUID tenantId;

    @Id
    String slot;

    String releaseId;
    Integer configVersion;
    String domain;
    String status;

    record Key(UUID tenantId, String slot) implements Serializable {}
}
