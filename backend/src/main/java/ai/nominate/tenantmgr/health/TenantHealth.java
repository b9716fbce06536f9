package ai.nominate.tenantmgr.health;

import ai.nominate.tenantmgr.health.probe.CheckKind;
import java.util.Map;

/** The health of a tenant follows from its checks: unhealthy if visitors are not served, degraded if anything else is wrong. */
final class TenantHealth {
    private TenantHealth() {}

    /** Unknown if no check says anything. */
    static Health of(Map<CheckKind, Health> checks) {
        Health worst = Health.UNKNOWN;
        for (Map.Entry<CheckKind, Health> check : checks.entrySet()) {
            Health one = weighed(check.getKey(), check.getValue());
            if (one != Health.UNKNOWN && (worst == Health.UNKNOWN || one.compareTo(worst) > 0)) {
                worst = one;
            }
        }
        boolean isSeen = checks.entrySet().stream()
                .anyMatch(check -> check.getKey().isVital() && check.getValue() != Health.UNKNOWN);
        return isSeen || worst.isBad() ? worst : Health.UNKNOWN;
    }

    private static Health weighed(CheckKind kind, Health health) {
        return health == Health.UNHEALTHY && !kind.isVital() ? Health.DEGRADED : health;
    }
}
