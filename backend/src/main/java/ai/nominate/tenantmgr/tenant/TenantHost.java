package ai.nominate.tenantmgr.tenant;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** One name that a tenant answers to. */
@Entity
@Table(name = "tenant_host")
class TenantHost extends PanacheEntityBase {
    static final String DOMAIN = "domain";
    static final String ALIAS = "alias";
    /** The name by which a laptop reaches the tenant without DNS. */
    static final String LOCAL = "local";
    /** A domain that was given up: visitors are sent to the new one. */
    static final String REDIRECT = "redirect";
    /** On its way in: answered for already, and not the tenant's yet. */
    static final String PENDING = "pending";

    @Id
    String host;

    UUID tenantId;
    String kind;
}
