package ai.nominate.tenantmgr.tenant;

import java.util.Locale;
import java.util.Set;

/** Status of a tenant; independent of its health. */
public enum TenantStatus {
    DRAFT,
    DEPLOYING,
    ACTIVE,
    STOPPED,
    FAILED,
    DELETING;

    /** The name in the database and the API. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static TenantStatus of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    /** The states from which a deployment can start. */
    public static Set<TenantStatus> deployable() {
        return Set.of(DRAFT, ACTIVE, STOPPED, FAILED);
    }
}
