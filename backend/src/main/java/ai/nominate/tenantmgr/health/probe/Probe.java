package ai.nominate.tenantmgr.health.probe;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Looks at tenants for one kind of check. Blocks, on a virtual thread; changes nothing. */
public interface Probe {
    CheckKind kind();

    /** Whether one look at many tenants costs little more than at one. */
    default boolean isBatched() {
        return false;
    }

    /**
     * Looks at each of the tenants.
     *
     * @return by tenant id; a tenant that is missing was not seen
     * @throws RuntimeException if it cannot look at all: nothing is then known of any of them
     */
    Map<UUID, Outcome> look(List<CheckTarget> targets);
}
