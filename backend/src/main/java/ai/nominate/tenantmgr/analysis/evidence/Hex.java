package ai.nominate.tenantmgr.analysis.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * An opaque sRGB colour as text, {@code #rrggbb} in lower case. A page cannot bring any other text along in its place.
 *
 * @throws IllegalArgumentException for any other text
 */
public record Hex(@JsonValue String value) implements Comparable<Hex> {
    private static final Pattern SHAPE = Pattern.compile("#[0-9a-f]{6}");

    @JsonCreator
    public Hex {
        if (value == null || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a colour");
        }
    }

    /** @param rgb the lower 24 bits: red, green, blue */
    public static Hex of(int rgb) {
        return new Hex("#" + Integer.toHexString(rgb & 0xffffff | 0x1000000).substring(1));
    }

    /** Red, green and blue in 24 bits. */
    public int rgb() {
        return Integer.parseInt(value.substring(1), 16);
    }

    @Override
    public int compareTo(Hex other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
