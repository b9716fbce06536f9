package ai.nominate.tenantmgr.host.unit;

import java.util.Locale;

/** How a unit is. */
public enum UnitState {
    RUNNING,
    /** It died, and is started again after a pause. */
    RESTARTING,
    /** Nobody wants it to run. */
    STOPPED,
    /** It died, and nobody starts it again by itself. */
    FAILED;

    /** The state's name in answers. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
