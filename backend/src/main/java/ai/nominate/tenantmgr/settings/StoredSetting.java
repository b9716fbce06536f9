package ai.nominate.tenantmgr.settings;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A changed setting; settings with their default have no row. */
@Entity
@Table(name = "setting")
class StoredSetting extends PanacheEntityBase {
    @Id
    String key;

    String value;
    Instant updatedAt;
    String updatedBy;
}
