package ai.nominate.tenantmgr.health.probe;

import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.manifest.Manifest;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import java.util.EnumSet;
import java.util.Set;

/**
 * A tenant as it is checked: with a live slot, and the manifest of the release in it.
 *
 * @param warnings when looks warn
 */
public record CheckTarget(TenantSnapshot tenant, Manifest manifest, WarningLimits warnings) {
    public Slot live() {
        return tenant.live().orElseThrow();
    }

    /** The checks that make sense for it. */
    public Set<CheckKind> kinds() {
        Set<CheckKind> kinds = EnumSet.of(CheckKind.FRONTEND, CheckKind.DISK, CheckKind.CERTIFICATE);
        if (!manifest.services().isEmpty()) {
            kinds.add(CheckKind.SERVICE);
        }
        if (manifest.services().values().stream()
                .anyMatch(service -> service.health().isPresent())) {
            kinds.add(CheckKind.BACKEND);
        }
        if (manifest.database().isPresent()) {
            kinds.add(CheckKind.DATABASE);
        }
        return kinds;
    }
}
