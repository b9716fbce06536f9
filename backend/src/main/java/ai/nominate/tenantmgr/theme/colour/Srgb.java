package ai.nominate.tenantmgr.theme.colour;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** An opaque colour as browsers show it: sRGB (IEC 61966-2-1) with 8 bits per channel, each 0 to 255. */
public record Srgb(int red, int green, int blue) {
    public static final Srgb WHITE = new Srgb(255, 255, 255);
    public static final Srgb BLACK = new Srgb(0, 0, 0);

    private static final Pattern HEX = Pattern.compile("#[0-9A-Fa-f]{6}");
    private static final HexFormat PAIRS = HexFormat.of();

    /** @throws InvalidValue if a channel is outside 0 to 255 */
    public Srgb {
        if (((red | green | blue) & ~0xff) != 0) {
            throw new InvalidValue("must have channels from 0 to 255");
        }
    }

    /**
     * Reads {@code #rrggbb} in any case, and no other notation.
     *
     * @throws InvalidValue if the text is not of that form
     */
    @JsonCreator
    public static Srgb of(String hex) {
        if (hex == null || !HEX.matcher(hex).matches()) {
            throw new InvalidValue("must be a colour such as #1a2b3c");
        }
        return of(HexFormat.fromHexDigits(hex, 1, 7));
    }

    /** The colour of the lowest 24 bits, {@code 0xrrggbb}. */
    public static Srgb of(int rgb) {
        return new Srgb(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }

    /** {@code #rrggbb} in lower case: one text per colour. */
    @JsonValue
    public String hex() {
        return "#" + PAIRS.toHexDigits((byte) red) + PAIRS.toHexDigits((byte) green) + PAIRS.toHexDigits((byte) blue);
    }

    /** Relative luminance after WCAG 2, from 0 for black to 1 for white. */
    public double luminance() {
        LinearRgb light = LinearRgb.of(this);
        return 0.2126 * light.red() + 0.7152 * light.green() + 0.0722 * light.blue();
    }

    @Override
    public String toString() {
        return hex();
    }
}
