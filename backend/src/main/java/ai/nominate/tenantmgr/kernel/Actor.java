package ai.nominate.tenantmgr.kernel;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The identity that performs an action, and the tenants it may access.
 *
 * @param name name in audit and history: of a user, of a token, or of the manager itself
 * @param tenants the tenants it may access; empty means all
 * @param address source address of the request; null if the manager acts by itself
 * @param requestId id of the request, as in the log and the answer; null if there is no request
 * @param attempt the attempt of an idempotent request; null if there is none
 */
public record Actor(
        String name, Role role, Optional<Set<UUID>> tenants, String address, String requestId, UUID attempt) {
    /** The manager itself: start-up, reconciliation, schedules. */
    public static final Actor MANAGER = new Actor("tenantmgr", Role.ADMIN, Optional.empty(), null, null);

    public Actor {
        tenants = tenants.map(Set::copyOf);
    }

    public Actor(String name, Role role, Optional<Set<UUID>> tenants, String address, String requestId) {
        this(name, role, tenants, address, requestId, null);
    }

    public Actor withAttempt(UUID one) {
        return new Actor(name, role, tenants, address, requestId, one);
    }

    public boolean isAdmin() {
        return role == Role.ADMIN;
    }

    /** Whether the actor may access the tenant. A tenant without access is reported as unknown, not as forbidden. */
    public boolean canAccess(UUID tenant) {
        return tenants.isEmpty() || tenant != null && tenants.get().contains(tenant);
    }
}
