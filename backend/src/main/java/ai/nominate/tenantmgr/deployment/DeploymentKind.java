package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.tenant.TenantStatus;

/** What a run does to its tenant. */
enum DeploymentKind {
    DEPLOY("deploy", TenantStatus.DEPLOYING, "Done: visitors see the new release"),
    ROLLBACK("rollback", TenantStatus.DEPLOYING, "Done: visitors see the earlier release"),
    DELETE("delete", TenantStatus.DELETING, "Done: the tenant is gone");

    private final String id;
    private final TenantStatus meanwhile;
    private final String success;

    DeploymentKind(String id, TenantStatus meanwhile, String success) {
        this.id = id;
        this.meanwhile = meanwhile;
        this.success = success;
    }

    /** The name in the database and the API. */
    String id() {
        return id;
    }

    static DeploymentKind of(String id) {
        for (DeploymentKind kind : values()) {
            if (kind.id.equals(id)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("nothing is done that is called " + id);
    }

    /** What its tenant is while it runs. */
    TenantStatus meanwhile() {
        return meanwhile;
    }

    String success() {
        return success;
    }

    /** Whether a failure is put back. A tenant that is half gone is not: it is deleted again. */
    boolean putsBack() {
        return this != DELETE;
    }
}
