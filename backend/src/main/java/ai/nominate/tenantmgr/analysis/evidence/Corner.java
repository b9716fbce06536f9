package ai.nominate.tenantmgr.analysis.evidence;

/**
 * How round the corners of one kind of thing are.
 *
 * @param kind {@code button}, {@code input} or {@code card}
 * @param radius in CSS pixels; 9999 for a pill
 * @param area of the elements, in square CSS pixels
 */
public record Corner(String kind, double radius, int count, double area) {}
