package ai.nominate.tenantmgr.analysis.corpus;

import ai.nominate.tenantmgr.analysis.evidence.Hex;
import java.util.ArrayList;
import java.util.List;

/**
 * The authored sites: every trap with six brands, in four layouts, with names of classes and properties in four manners. Of the six
 * sites of a trap the third and the sixth are held out; this was fixed before any weight was chosen.
 */
public final class Corpus {
    static final int OF_EACH_TRAP = 6;

    /** Colours that brands publish, as simple-icons (CC0) lists them, with a second colour chosen here. */
    private static final String[][] BRANDS = {
        {"Northwind", "#1db954", "#f59b23"}, {"Talaria", "#e4405f", "#405de6"}, {"Velda", "#ff5a5f", "#00a699"},
        {"Kestrel", "#0052cc", "#ff991f"}, {"Umbra", "#6441a5", "#00c2a8"}, {"Solvent", "#ff6600", "#1f3b73"},
        {"Quarry", "#00a4ef", "#f25022"}, {"Lumen", "#fc4c02", "#4b6b8f"}, {"Basalt", "#34a853", "#4285f4"},
        {"Tamarin", "#d32323", "#0e7c86"}, {"Orrery", "#7f54b3", "#f0b849"}, {"Fathom", "#0a66c2", "#e16745"},
        {"Juniper", "#008272", "#ffb900"}, {"Halyard", "#1f70c1", "#f47b20"}, {"Cinder", "#ea4335", "#2d6cdf"},
        {"Marlow", "#bd081c", "#355e3b"}, {"Pelican", "#00b388", "#7d3cff"}, {"Ravel", "#f7df1e", "#323330"},
        {"Sorrel", "#b5271e", "#f2a900"}, {"Tern", "#009cde", "#ff4d6d"}, {"Wicker", "#8a4fff", "#00b8d9"},
        {"Yarrow", "#ffb81c", "#00205b"}, {"Zephyr", "#12a0d7", "#e4572e"}, {"Acorn", "#5c3ee8", "#f79329"},
        {"Bramble", "#c6093b", "#0f7173"}, {"Clover", "#2e7d32", "#ef6c00"}, {"Dapple", "#ff0080", "#3300ff"},
        {"Ember", "#e25a1c", "#20639b"}, {"Fennel", "#4e9a06", "#75507b"}, {"Garnet", "#9b1c31", "#d9a441"},
        {"Heron", "#2596be", "#be4d25"}, {"Indigo", "#3f51b5", "#ff4081"}, {"Jasper", "#b7410e", "#1d7874"},
        {"Kelp", "#00695c", "#ffab40"}, {"Larkspur", "#5865f2", "#eb459e"}, {"Mistral", "#fa520f", "#2b4c7e"}
    };

    private static final String[] GREYS = {"#000000", "#111111", "#1a1a1a", "#222222", "#0a0a0a", "#2b2b2b"};
    private static final String[] FONTS = {"Liberation Sans", "Liberation Serif", "DejaVu Sans", "Liberation Sans"};

    private Corpus() {}

    /** All sites with their pages. */
    public static List<Authored> sites() {
        List<Authored> sites = new ArrayList<>();
        for (Site.Trap trap : Site.Trap.values()) {
            for (int i = 0; i < OF_EACH_TRAP; i++) {
                sites.add(site(trap, i));
            }
        }
        return sites;
    }

    private static Authored site(Site.Trap trap, int i) {
        String[] brand = BRANDS[(trap.ordinal() * 7 + i * 5) % BRANDS.length];
        boolean grey = trap == Site.Trap.BLACK_CTA || trap == Site.Trap.MONOCHROME;
        String primary = grey ? GREYS[i] : brand[1];
        String font = FONTS[(trap.ordinal() + i) % FONTS.length];
        Site site = new Site(
                (trap.name() + "-" + brand[0])
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace('_', '-'),
                trap,
                trap == Site.Trap.NO_BRAND ? List.of() : List.of(new Hex(primary)),
                accent(trap, brand[2]),
                font,
                trap == Site.Trap.NO_BRAND ? "" : brand[0],
                i % 3 == 2);
        return new Authored(
                site,
                new Template(
                        site,
                        brand[0],
                        primary,
                        brand[2],
                        font,
                        (trap.ordinal() + i) % 4,
                        (trap.ordinal() + 2 * i) % 4));
    }

    private static Hex accent(Site.Trap trap, String colour) {
        return switch (trap) {
            case MONOCHROME, NO_BRAND, LOGO_ONLY, BLACK_CTA -> null;
            default -> new Hex(colour);
        };
    }

    /** A site and how its page is made. */
    public record Authored(Site site, Template template) {}
}
