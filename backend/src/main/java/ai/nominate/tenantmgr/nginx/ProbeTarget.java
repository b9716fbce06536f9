package ai.nominate.tenantmgr.nginx;

import ai.nominate.tenantmgr.kernel.Slot;

/** What a probe asks for: a slot of its choice, the live one with word of who answered, or just what a visitor gets. */
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
