package ai.nominate.tenantmgr.tenant;

import ai.nominate.tenantmgr.kernel.Problem;

/** Problems of tenants. */
public enum TenantProblem implements Problem {
    UNKNOWN("tenant.unknown", 404, "Tenant not found"),
    SLUG_TAKEN("tenant.slug-taken", 409, "Another tenant has this slug"),
    HOST_TAKEN("tenant.host-taken", 409, "Another tenant has this host name"),
    WRONG_STATE("tenant.wrong-state", 409, "The tenant's state does not allow this"),
    NOT_READY("tenant.not-ready", 409, "The tenant's configuration is incomplete"),
    SOURCE_FORBIDDEN("tenant.source-forbidden", 403, "Only admins can use a directory on the server as source");

    private final String code;
    private final int status;
    private final String title;

    TenantProblem(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
