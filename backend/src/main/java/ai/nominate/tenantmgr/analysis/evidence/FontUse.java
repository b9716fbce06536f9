package ai.nominate.tenantmgr.analysis.evidence;

/**
 * A font family in one role.
 *
 * @param family as a person would write it, without what build tools add to names
 * @param stack the declared list of families
 * @param characters visible ones
 * @param loaded whether the page brought the font along, so that it was seen in it
 */
public record FontUse(
        String family, String stack, Role role, long characters, int elements, int weight, boolean loaded) {
    /** For what text. */
    public enum Role {
        HEADING,
        BODY,
        MONO
    }
}
