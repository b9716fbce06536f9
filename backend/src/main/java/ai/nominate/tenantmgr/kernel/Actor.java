package ai.nominate.tenantmgr.kernel;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who does something, and what they may see of it.
 *
 * @param name as it is written into records: a user's name, a token's, or the manager itself
 * @param tenants the only tenants that exist for them; empty when all do
 * @param address where the request came from; null when the manager acts by itself
 * @param requestId the request's id, also in the log and in its answer; null when there is no request
 * @param attempt the try of a request that must not have its effect twice; null when there is none
 */
public record Actor(
        String name, Role role, Optional<Set<UUID>> tenants, String address, String requestId, UUID attempt) {
    /** The manager, acting by itself: start-up, reconciliation, schedules. */
    public static final Actor MANAGER = new Actor("tenantmgr", Role.ADMIN, Optional.empty(), null, null);

    public Actor {
        tenants = tenants.map(Set::copyOf);
    }

    public Actor(String name, Role role, Optional<Set<UUID>> tenants, String address, String requestId) {
        this(name, role, tenants, address, requestId, null);
    }

    public Actor inAttempt(UUID one) {
        return new Actor(name, role, tenants, address, requestId, one);
    }

    public boolean isAdmin() {
        return role == Role.ADMIN;
    }

    /** Whether the tenant exists for them. What does not is unknown, not forbidden. */
    public boolean sees(UUID tenant) {
        return tenants.isEmpty() || tenant != null && tenants.get().contains(tenant);
    }
}
