package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.tenant.TenantStatus;
import java.util.Map;
import java.util.UUID;

/**
 * A deployment to be queued.
 *
 * @param kind the id of a registered kind
 * @param meanwhile the tenant's status until the run ends
 * @param ref the branch, tag or commit; null for the tenant's own
 * @param target the deployment to return to; null unless it is a rollback
 * @param release keeps this release from being pruned from now on; null when it is not known
 * @param change the requested change of the tenant, as JSON; null unless host names change
 * @param audited what the audit records of the request
 */
public record NewDeployment(
        String kind,
        TenantStatus meanwhile,
        String ref,
        String reason,
        UUID target,
        String release,
        boolean removeFiles,
        boolean removeDatabase,
        String change,
        Map<String, Object> audited) {

    static NewDeployment deploy(String ref, String reason) {
        Map<String, Object> audited = new java.util.LinkedHashMap<>();
        audited.put("ref", ref);
        audited.put("reason", reason);
        return of(DeploymentKind.DEPLOY, TenantStatus.DEPLOYING, ref, reason, null, null, false, false, null, audited);
    }

    static NewDeployment rollback(UUID target, String release) {
        return of(
                DeploymentKind.ROLLBACK,
                TenantStatus.DEPLOYING,
                null,
                null,
                target,
                release,
                false,
                false,
                null,
                Map.of("target", target.toString()));
    }

    static NewDeployment delete(boolean removeFiles, boolean removeDatabase) {
        return of(
                DeploymentKind.DELETE,
                TenantStatus.DELETING,
                null,
                null,
                null,
                null,
                removeFiles,
                removeDatabase,
                null,
                Map.of("removeFiles", removeFiles, "removeDatabase", removeDatabase));
    }

    /** @param change as JSON */
    public static NewDeployment change(String kind, String change, Map<String, Object> audited) {
        return of(kind, TenantStatus.DEPLOYING, null, null, null, null, false, false, change, audited);
    }

    private static NewDeployment of(
            String kind,
            TenantStatus meanwhile,
            String ref,
            String reason,
            UUID target,
            String release,
            boolean removeFiles,
            boolean removeDatabase,
            String change,
            Map<String, Object> audited) {
        return new NewDeployment(
                kind, meanwhile, ref, reason, target, release, removeFiles, removeDatabase, change, audited);
    }
}
