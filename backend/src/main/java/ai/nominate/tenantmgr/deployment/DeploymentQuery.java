package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.web.PageRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Filter of the deployment list. */
record DeploymentQuery(PageRequest page, String tenant, String status, String kind) {
    private static final Set<String> STATUSES = Set.of("queued", "running", "succeeded", "failed", "cancelled");
    private static final Set<String> KINDS = Set.of("deploy", "rollback", "delete", "restore");

    static DeploymentQuery of(String page, String size, String tenant, String status, String kind) {
        PageRequest request = PageRequest.of(page, size);
        Fields fields = new Fields();
        fields.optional("status", status, text -> oneOf(text, STATUSES));
        fields.optional("kind", kind, text -> oneOf(text, KINDS));
        fields.refuse();
        return new DeploymentQuery(request, tenant, status, kind);
    }

    /** @param limited whether the caller's access is limited to the tenants in {@code :seen} */
    String where(boolean limited) {
        return "1 = 1" + (limited ? " and tenantId in :seen" : "")
                + (tenant == null ? "" : " and tenantId = :tenant")
                + (status == null ? "" : " and status = :status")
                + (kind == null ? "" : " and kind = :kind");
    }

    Map<String, Object> parameters(Map<String, Object> resolved) {
        Map<String, Object> parameters = new HashMap<>(resolved);
        if (status != null) {
            parameters.put("status", status);
        }
        if (kind != null) {
            parameters.put("kind", kind);
        }
        return parameters;
    }

    private static String oneOf(String text, Set<String> allowed) {
        if (!allowed.contains(text)) {
            throw new InvalidValue("must be one of " + String.join(", ", new java.util.TreeSet<>(allowed)));
        }
        return text;
    }
}
