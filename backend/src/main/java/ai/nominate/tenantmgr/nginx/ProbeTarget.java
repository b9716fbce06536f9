package ai.nominate.tenantmgr.nginx;

import ai.nominate.tenantmgr.kernel.Slot;



/** The target of a probe: a given slot, the live slot with identification, or exactly what a visitor gets. */
public enum ProbeTarget {
    A("a"),
    B("b"),
    LIVE("live"),
    NONE("");

    private final String id;

    ProbeTarget(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    public static ProbeTarget at(Slot slot) {
        return switch (slot) {
            case A -> A;
            case B -> B;
        };
    }
}
