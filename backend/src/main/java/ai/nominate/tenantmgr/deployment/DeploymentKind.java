package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.tenant.TenantStatus;

/** The kinds of runs. */
enum DeploymentKind {
    DEPLOY("deploy", TenantStatus.DEPLOYING, "Deployed: the new release is live"),
    ROLLBACK("rollback", TenantStatus.DEPLOYING, "Rolled back: the earlier release is live"),
    DELETE("delete", TenantStatus.DELETING, "Tenant deleted");

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
        throw new IllegalArgumentException("unknown deployment kind: " + id);
    }

    /** The tenant's status while the run is active. */
    TenantStatus meanwhile() {
        return meanwhile;
    }

    String success() {
        return success;
    }

    /** Whether a failed run is rolled back. A partial delete is not: the delete is repeated. */
    boolean putsBack() {
        return this != DELETE;
    }
}
