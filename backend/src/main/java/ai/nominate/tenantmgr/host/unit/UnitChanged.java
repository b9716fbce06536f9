package ai.nominate.tenantmgr.host.unit;

/**
 * A kept unit crashed or was restarted.
 *
 * @param sentence what happened and what happens next, for users
 */
public record UnitChanged(UnitStatus status, String sentence) {}
