package ai.nominate.tenantmgr.health.probe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A probe that looks at one tenant at a time. */
interface SingleProbe extends Probe {
    Outcome look(CheckTarget target);

    @Override
    default Map<UUID, Outcome> look(List<CheckTarget> targets) {
        Map<UUID, Outcome> outcomes = new LinkedHashMap<>();
        targets.forEach(target -> outcomes.put(target.tenant().id(), look(target)));
        return outcomes;
    }
}
