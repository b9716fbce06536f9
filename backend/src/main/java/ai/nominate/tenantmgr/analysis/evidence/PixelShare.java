package ai.nominate.tenantmgr.analysis.evidence;

/** How much of the first screen has a colour, as pixels and without photographs. A share is between 0 and 1. */
public record PixelShare(Hex colour, double share) {}
