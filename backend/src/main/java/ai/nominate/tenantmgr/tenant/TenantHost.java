package ai.nominate.tenantmgr.tenant;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** One host name of a tenant. */
@Entity
@Table(name = "tenant_host")
class TenantHost extends PanacheEntityBase {
    static final String DOMAIN = "domain";
    static final String ALIAS = "alias";
    /** The name by which a laptop reaches the tenant without DNS. */
    static final String LOCAL = "local";
    /** A previous domain that redirects to the current one. */
    static final String REDIRECT = "redirect";
    /** Announced: NGINX answers for it, but it is not assigned to the tenant yet. */
    static final String PENDING = "pending";

    @Id
    String host;

    UUID tenantId;
    String kind;
}
