package ai.nominate.tenantmgr.host.unit;

import java.util.List;

/** The units at the start of the manager: those that kept running, and those it had to start. */
public record AdoptedUnits(List<UnitId> found, List<UnitId> started) {
    public AdoptedUnits {
        found = List.copyOf(found);
        started = List.copyOf(started);
    }
}
