package ai.nominate.tenantmgr.audit;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One entry of the audit log. The database rejects updates and deletes. */
@Entity
@Immutable // a masked secret differs from the original value and would be detected as a change
@Table(name = "audit_entry")
class AuditEntry extends PanacheEntityBase {
    @Id
    UUID id;

    Instant at;
    String actor;
    String role;
    String address;
    String requestId;
    String action;
    String subject;
    UUID tenantId;

    @Column(name = "state_before")
    @Convert(converter = StateJson.class)
    Map<String, Object> before;

    @Column(name = "state_after")
    @Convert(converter = StateJson.class)
    Map<String, Object> after;

    /** The manager's signature of the rest; null for an entry of before there were any. */
    String mac;

    CanonicalEntry canonical() {
        StateJson json = new StateJson();
        return CanonicalEntry.of(
                id,
                at,
                actor,
                role,
                address,
                requestId,
                action,
                subject,
                Objects.toString(tenantId, null),
                json.convertToDatabaseColumn(before),
                json.convertToDatabaseColumn(after));
    }
}
