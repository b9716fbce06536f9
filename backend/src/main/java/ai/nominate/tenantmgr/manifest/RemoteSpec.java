package ai.nominate.tenantmgr.manifest;

import ai.nominate.tenantmgr.kernel.EnvKey;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.ServiceName;
import java.util.List;
import java.util.Optional;

/**
 * The operator API of a running core application.
 *
 * @param service the service that is asked; without it {@code backend}, or else the first one with a port
 * @param auth the variable that holds the bearer token for all of it
 * @param stats path of its statistics
 * @param personsCount path of the number of registered persons
 * @param backup path of its own backup
 */
public record RemoteSpec(
        Optional<ServiceName> service,
        Optional<EnvKey> auth,
        Optional<String> stats,
        Optional<String> personsCount,
        Optional<String> backup,
        List<RemoteAction> actions) {
    public RemoteSpec {
        stats.ifPresent(TextRule.REQUEST::require);
        personsCount.ifPresent(TextRule.REQUEST::require);
        backup.ifPresent(TextRule.REQUEST::require);
        actions = List.copyOf(actions);
        if (actions.stream().map(RemoteAction::id).distinct().count() < actions.size()) {
            throw new InvalidValue("must not have two actions with the same id");
        }
    }
}
