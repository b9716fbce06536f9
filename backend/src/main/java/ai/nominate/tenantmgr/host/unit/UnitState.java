package ai.nominate.tenantmgr.host.unit;

import java.util.Locale;

/** State of a unit. */
public enum UnitState {
    RUNNING,
    /** It crashed and will be restarted after a pause. */
    RESTARTING,
    /** It is not supposed to run. */
    STOPPED,
    /** It crashed and is not restarted automatically. */
    FAILED;

    /** The name of the state in answers. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
