package ai.nominate.tenantmgr.analysis.evidence;

/**
 * A colour that the page declares about itself.
 *
 * @param source {@code theme-color}, {@code theme-color-dark}, {@code manifest}, {@code mask-icon}, {@code tile}, or a custom
 *     property with its name: {@code --brand}
 */
public record Declared(String source, Hex colour) {}
