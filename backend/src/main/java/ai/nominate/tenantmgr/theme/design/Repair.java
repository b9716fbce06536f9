package ai.nominate.tenantmgr.theme.design;

import ai.nominate.tenantmgr.theme.colour.Srgb;

/**
 * The smallest change that makes a pair readable.
 *
 * @param token the colour to change
 * @param difference ΔE2000 between the two
 */
public record Repair(Token token, Srgb from, Srgb to, double difference) {}
