package ai.nominate.tenantmgr.theme;

import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.theme.colour.Srgb;
import ai.nominate.tenantmgr.theme.design.Neutral;
import ai.nominate.tenantmgr.theme.design.Palette;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The colours that a theme is made of, as {@code #rrggbb}. */
@Schema(name = "Palette")
public record PaletteView(
        @Schema(description = "The brand; used as a fill exactly as it is", required = true, examples = "#7c3aed")
        String primary,

        @Schema(description = "A second colour; null for shades of the primary", examples = "#0b3d2e")
        String secondary,

        @Schema(description = "A colour for highlights; null for the secondary", examples = "#e4572e")
        String accent,

        @Schema(
                description = "The greys: a family of Tailwind CSS, or tinted with the brand's hue; default: tinted",
                enumeration = {"slate", "gray", "zinc", "neutral", "stone", "mauve", "olive", "mist", "taupe", "tinted"
                })
        String neutral,

        @Schema(description = "The page in light; null for white", examples = "#fffdf5")
        String background,

        @Schema(
                description = "The text in light, moved as little as needed to be readable; null for the darkest grey",
                examples = "#22301f")
        String foreground,

        @Schema(description = "The brand in dark; null for the primary", examples = "#ffe04d")
        String darkPrimary,

        @Schema(description = "The page in dark; null for the darkest grey", examples = "#10140f")
        String darkBackground) {

    public static PaletteView of(Palette palette) {
        return new PaletteView(
                palette.primary().hex(),
                hex(palette.secondary()),
                hex(palette.accent()),
                palette.neutral().key(),
                hex(palette.background()),
                hex(palette.foreground()),
                hex(palette.darkPrimary()),
                hex(palette.darkBackground()));
    }

    /** Null after an error was added to the fields. */
    Palette checked(Fields fields) {
        Srgb brand = fields.required("palette.primary", primary, Srgb::of);
        Neutral greys = fields.optional("palette.neutral", neutral, Neutral::of);
        return new Palette(
                brand,
                colour(fields, "secondary", secondary),
                colour(fields, "accent", accent),
                greys == null ? Neutral.TINTED : greys,
                colour(fields, "background", background),
                colour(fields, "foreground", foreground),
                colour(fields, "darkPrimary", darkPrimary),
                colour(fields, "darkBackground", darkBackground));
    }

    private static Optional<Srgb> colour(Fields fields, String name, String hex) {
        return Optional.ofNullable(fields.optional("palette." + name, hex, Srgb::of));
    }

    private static String hex(Optional<Srgb> colour) {
        return colour.map(Srgb::hex).orElse(null);
    }
}
