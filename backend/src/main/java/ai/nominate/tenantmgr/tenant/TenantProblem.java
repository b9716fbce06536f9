package ai.nominate.tenantmgr.tenant;

import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.ProblemType;

/** Problems of tenants. */
public enum TenantProblem implements Problem {
    UNKNOWN("tenant.unknown", 404, "Tenant not found"),
    SLUG_TAKEN("tenant.slug-taken", 409, "Another tenant has this slug"),
    HOST_TAKEN("tenant.host-taken", 409, "Another tenant has this host name"),
    WRONG_STATE("tenant.wrong-state", 409, "The tenant's state does not allow this"),
    NOT_READY("tenant.not-ready", 409, "The tenant's configuration is incomplete"),
    SOURCE_FORBIDDEN("tenant.source-forbidden", 403, "Only admins can use a directory on the server as source");

    private final ProblemType type;

    TenantProblem(String code, int status, String title) {
        this.type = new ProblemType(code, status, title);
    }

    @Override
    public ProblemType type() {
        return type;
    }
}
