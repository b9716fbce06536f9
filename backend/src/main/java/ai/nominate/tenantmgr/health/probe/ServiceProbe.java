package ai.nominate.tenantmgr.health.probe;

import ai.nominate.tenantmgr.host.unit.UnitState;
import ai.nominate.tenantmgr.host.unit.UnitStatus;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.slot.TenantServices;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Whether every service of the live slot runs, as the supervisor says: many tenants in one look at the machine. */
@ApplicationScoped
class ServiceProbe implements Probe {
    private final TenantServices services;

    ServiceProbe(TenantServices services) {
        this.services = services;
    }

    @Override
    public CheckKind kind() {
        return CheckKind.SERVICE;
    }

    @Override
    public boolean isBatched() {
        return true;
    }

    @Override
    public Map<UUID, Outcome> look(List<CheckTarget> targets) {
        Set<TenantSlug> slugs = new HashSet<>();
        targets.forEach(target -> slugs.add(target.tenant().slug()));
        Map<TenantSlug, List<UnitStatus>> statuses = services.statuses(slugs);
        Map<UUID, Outcome> outcomes = new HashMap<>();
        targets.forEach(target -> outcomes.put(
                target.tenant().id(),
                outcome(target, statuses.getOrDefault(target.tenant().slug(), List.of()))));
        return outcomes;
    }

    private static Outcome outcome(CheckTarget target, List<UnitStatus> statuses) {
        List<UnitStatus> live = statuses.stream()
                .filter(status -> status.id().slot() == target.live())
                .toList();
        if (live.isEmpty()) {
            return Outcome.of(Verdict.FAILED, "No service of slot " + target.live() + " is known to the supervisor");
        }
        List<String> bad = new ArrayList<>();
        for (UnitStatus status : live) {
            if (status.state() != UnitState.RUNNING) {
                String excess = status.excess() == null ? "" : " (" + status.excess() + ")";
                bad.add("Service " + status.id().service() + " is "
                        + status.state().id() + excess);
            }
        }
        return bad.isEmpty()
                ? Outcome.of(Verdict.OK, live.size() == 1 ? "The service runs" : "All " + live.size() + " services run")
                : Outcome.of(Verdict.FAILED, String.join("; ", bad));
    }
}
