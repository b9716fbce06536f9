package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.deployment.step.DeploymentProblem;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a tenant can be rolled back to: a release with its configuration version that differs from what its live slot holds, which a
 * restart may have given another configuration since the last deployment. Pure.
 *
 * @param history the deployments that succeeded, the newest first
 */
record RollbackTargets(TenantSnapshot tenant, List<Deployment> history) {
    /**
     * The newest that differs; for a tenant without a live slot, the newest.
     *
     * @throws ProblemException {@link DeploymentProblem#NO_TARGET} with the reason
     */
    Deployment before() {
        return history.stream().filter(row -> !isLive(row)).findFirst().orElseThrow(() -> refusal(whyNone()));
    }

    /** @throws ProblemException {@link DeploymentProblem#NO_TARGET} with the reason */
    Deployment named(UUID wanted) {
        Deployment named = history.stream()
                .filter(row -> row.id.equals(wanted))
                .findFirst()
                .orElseThrow(() -> refusal("The tenant has no successful deployment with this id"));
        if (isLive(named)) {
            throw refusal("Release " + named.releaseId + " with configuration version " + named.configVersion
                    + " is already live");
        }
        return named;
    }

    private String whyNone() {
        if (history.isEmpty()) {
            return "No deployment of the tenant has succeeded";
        }
        Deployment newest = history.getFirst();
        return "No other release or configuration: "
                + (history.size() == 1
                        ? "the only deployment that succeeded"
                        : "each of the " + history.size() + " deployments that succeeded")
                + " has release " + newest.releaseId + " with configuration version " + newest.configVersion
                + ", which is live";
    }

    private boolean isLive(Deployment row) {
        Optional<TenantSnapshot.SlotContent> content = tenant.live().map((Slot live) -> tenant.slot(live));
        return content.isPresent()
                && content.get().release().equals(Optional.ofNullable(row.releaseId))
                && content.get().configVersion().equals(Optional.ofNullable(row.configVersion));
    }

    private static ProblemException refusal(String why) {
        return new ProblemException(DeploymentProblem.NO_TARGET, why);
    }
}
