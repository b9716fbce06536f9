package ai.nominate.tenantmgr.host.unit;

import java.util.List;

/** What a manager met when it started: units that had gone on without it, and those it had to start. */
public record AdoptedUnits(List<UnitId> found, List<UnitId> started) {
    public AdoptedUnits {
        found = List.copyOf(found);
        started = List.copyOf(started);
    }
}
