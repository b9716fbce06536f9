package ai.nominate.tenantmgr.control.maintenance;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "tenant_maintenance")
class MaintenanceRow extends PanacheEntityBase {
    @Id
    UUID tenantId;

    String message;
    Instant since;

    @Column(name = "until")
    Instant end;

    String startedBy;
}
