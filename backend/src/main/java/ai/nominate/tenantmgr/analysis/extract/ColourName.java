package ai.nominate.tenantmgr.analysis.extract;

import ai.nominate.tenantmgr.theme.colour.Oklch;

/** What people call a colour: {@code dark vivid blue}. */
final class ColourName {
    private static final String[] HUES = {
        "pink",
        "red",
        "red",
        "orange",
        "orange",
        "amber",
        "yellow",
        "lime",
        "green",
        "green",
        "green",
        "teal",
        "teal",
        "cyan",
        "sky blue",
        "blue",
        "blue",
        "blue",
        "indigo",
        "violet",
        "purple",
        "purple",
        "magenta",
        "pink"
    };

    private ColourName() {}

    static String of(Oklch colour) {
        double lightness = colour.lightness();
        if (colour.chroma() < 0.02) {
            return lightness > 0.97 ? "white" : lightness < 0.2 ? "black" : shade(lightness) + "grey";
        }
        String hue = HUES[(int) (colour.hue() / 15) % HUES.length];
        return shade(lightness) + (colour.chroma() < 0.06 ? "muted " : colour.chroma() > 0.17 ? "vivid " : "") + hue;
    }

    private static String shade(double lightness) {
        return lightness > 0.85 ? "light " : lightness < 0.4 ? "dark " : "";
    }
}
