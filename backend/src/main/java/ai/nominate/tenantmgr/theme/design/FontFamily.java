package ai.nominate.tenantmgr.theme.design;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import java.util.regex.Pattern;

/**
 * The name of a font that visitors may have installed. Nothing is loaded for it, and nothing can be written into a style
 * sheet with it but a name.
 */
public record FontFamily(String value) {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9 _-]{0,62}[A-Za-z0-9])?");

    /** @throws InvalidValue if it is not a plain name */
    public FontFamily {
        if (value == null || !SHAPE.matcher(value).matches()) {
            throw new InvalidValue("must be a font name of up to 64 letters, digits, spaces, - and _");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
