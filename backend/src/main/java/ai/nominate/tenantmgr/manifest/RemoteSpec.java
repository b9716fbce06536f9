package ai.nominate.tenantmgr.manifest;

import ai.nominate.tenantmgr.kernel.EnvKey;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import java.util.List;
import java.util.Optional;

/**
 * What a running core application offers its operator over HTTP.
 *
 * @param auth the variable that holds the bearer token for all of it
 * @param stats the path of its figures
 * @param personsCount the path of the number of persons who signed up
 * @param backup the path of what it saves itself
 */
public record RemoteSpec(
        Optional<EnvKey> auth,
        Optional<String> stats,
        Optional<String> personsCount,
        Optional<String> backup,
        List<RemoteAction> actions) {
    public RemoteSpec {
        stats.ifPresent(Rule.REQUEST::require);
        personsCount.ifPresent(Rule.REQUEST::require);
        backup.ifPresent(Rule.REQUEST::require);
        actions = List.copyOf(actions);
        if (actions.stream().map(RemoteAction::id).distinct().count() < actions.size()) {
            throw new InvalidValue("must not have two actions of one id");
        }
    }
}
