package ai.nominate.tenantmgr.health;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a batch of results means; nothing of it is true before it is written.
 *
 * @param samples what is kept of each look
 * @param states the checks that have a new state
 * @param changes checks whose health has changed
 * @param tenants the tenants whose health is to be stored, if it differs from what is stored
 * @param reset tenants with a new live release: their incidents end, their checks begin anew
 * @param gone tenants that are not checked any more
 */
record Judgement(
        List<CheckResult> samples,
        Map<CheckKey, CheckState> states,
        List<CheckChange> changes,
        Map<UUID, Health> tenants,
        Set<UUID> reset,
        Set<UUID> gone) {

    boolean isEmpty() {
        return samples.isEmpty() && states.isEmpty() && tenants.isEmpty() && reset.isEmpty() && gone.isEmpty();
    }

    /** Tenants whose incidents end, also if their checks fail. */
    Collection<UUID> ended() {
        return java.util.stream.Stream.concat(reset.stream(), gone.stream()).toList();
    }
}
