package ai.nominate.tenantmgr.theme.design;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.theme.colour.Srgb;
import ai.nominate.tenantmgr.theme.scale.Scale;
import ai.nominate.tenantmgr.theme.scale.Scales;
import java.util.Arrays;
import java.util.Locale;

/** The greys of a theme: a family of Tailwind, or greys that bear a little of the brand's hue. */
public enum Neutral {
    SLATE,
    GRAY,
    ZINC,
    NEUTRAL,
    STONE,
    MAUVE,
    OLIVE,
    MIST,
    TAUPE,
    TINTED;

    Scale scale(Srgb brand) {
        return this == TINTED ? Scales.tinted(brand) : Scales.family(key());
    }

    /** The name in JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws InvalidValue if there are no such greys */
    public static Neutral of(String key) {
        return Arrays.stream(values())
                .filter(greys -> greys.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new InvalidValue(
                        "must be slate, gray, zinc, neutral, stone, mauve, olive, mist, taupe " + "or tinted"));
    }
}
