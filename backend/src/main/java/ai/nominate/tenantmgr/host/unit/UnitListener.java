package ai.nominate.tenantmgr.host.unit;

/** Told of what a unit did by itself. Called from any thread, after the fact; must not block for long. */
@FunctionalInterface
public interface UnitListener {
    /**
     * @param status right after the change, without memory and tasks
     * @param sentence for people: what happened and what happens next
     */
    void changed(UnitStatus status, String sentence);
}
