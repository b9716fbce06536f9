package ai.nominate.tenantmgr.host.unit;

/**
 * A kept unit died or was started again by itself.
 *
 * @param sentence what happened and what happens next, for people
 */
public record UnitChanged(UnitStatus status, String sentence) {}
