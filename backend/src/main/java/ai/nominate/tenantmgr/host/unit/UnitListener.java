package ai.nominate.tenantmgr.host.unit;

/** Notified of crashes and restarts. Called from any thread, afterwards; must not block for long. */
@FunctionalInterface
public interface UnitListener {
    /**
     * @param status right after the change, without memory and tasks
     * @param sentence what happened and what happens next, for users
     */
    void changed(UnitStatus status, String sentence);
}
