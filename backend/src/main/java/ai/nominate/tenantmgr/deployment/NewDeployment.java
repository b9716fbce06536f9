package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.tenant.TenantStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A deployment to be queued.
 *
 * @param kind the id of a registered kind
 * @param meanwhile the tenant's status until the run ends
 * @param ref the branch, tag or commit; null for the tenant's own
 * @param target the deployment to roll back to; null unless it is a rollback
 * @param restoreTheme whether a rollback brings the theme of that time back too
 * @param release protected from pruning from now on; null if not known
 * @param change the requested change of the tenant, as JSON; null unless host names change
 * @param before the state before the change, for the audit log; empty unless host names change
 * @param requested the request, for the audit log
 */
public record NewDeployment(
        String kind,
        TenantStatus meanwhile,
        String ref,
        String reason,
        UUID target,
        boolean restoreTheme,
        String release,
        boolean removeFiles,
        boolean removeDatabase,
        boolean skipBackup,
        String change,
        Map<String, Object> before,
        Map<String, Object> requested) {

    static NewDeployment deploy(String ref, String reason) {
        Map<String, Object> requested = new LinkedHashMap<>();
        requested.put("ref", ref);
        requested.put("reason", reason);
        return new NewDeployment(
                DeploymentKind.DEPLOY,
                TenantStatus.DEPLOYING,
                ref,
                reason,
                null,
                false,
                null,
                false,
                false,
                false,
                null,
                Map.of(),
                requested);
    }

    static NewDeployment rollback(UUID target, boolean restoreTheme, String release) {
        return new NewDeployment(
                DeploymentKind.ROLLBACK,
                TenantStatus.DEPLOYING,
                null,
                null,
                target,
                restoreTheme,
                release,
                false,
                false,
                false,
                null,
                Map.of(),
                Map.of("target", target.toString(), "restoreTheme", restoreTheme));
    }

    static NewDeployment delete(boolean removeFiles, boolean removeDatabase, boolean skipBackup) {
        return new NewDeployment(
                DeploymentKind.DELETE,
                TenantStatus.DELETING,
                null,
                null,
                null,
                false,
                null,
                removeFiles,
                removeDatabase,
                skipBackup,
                null,
                Map.of(),
                Map.of("removeFiles", removeFiles, "removeDatabase", removeDatabase, "skipBackup", skipBackup));
    }

    /**
     * A change of the services of the live release.
     *
     * @param release the live release
     */
    public static NewDeployment ofServices(String kind, String release) {
        return new NewDeployment(
                kind,
                TenantStatus.DEPLOYING,
                null,
                null,
                null,
                false,
                release,
                false,
                false,
                false,
                null,
                Map.of(),
                Map.of());
    }

    /** @param change as JSON */
    public static NewDeployment change(
            String kind, String change, Map<String, Object> before, Map<String, Object> requested) {
        return new NewDeployment(
                kind,
                TenantStatus.DEPLOYING,
                null,
                null,
                null,
                false,
                null,
                false,
                false,
                false,
                change,
                before,
                requested);
    }
}
