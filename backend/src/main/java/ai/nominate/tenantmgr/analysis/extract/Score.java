package ai.nominate.tenantmgr.analysis.extract;

import ai.nominate.tenantmgr.analysis.evidence.Kind;
import java.util.EnumMap;
import java.util.Map;

/**
 * How much speaks for a cluster in a role. The weights were chosen on the development pages of the corpus; the report says how they
 * do on the others.
 */
final class Score {
    private static final String BROWSERS_LINK = "#0000ee";
    private static final double FULL_CHROMA = 0.10;
    private static final double TOKEN = 9;
    private static final double THEME_COLOUR = 6;
    private static final double LOGO = 7;
    private static final double UNPAINTED = 0.15;
    /** Of a colour that the page calls its brand's or primary, and does not paint. */
    private static final double NAMED = 0.4;

    private static final Map<Kind, Double> PRIMARY = new EnumMap<>(Map.ofEntries(
            Map.entry(Kind.BUTTON, 6.0),
            Map.entry(Kind.LOGO, 4.0),
            Map.entry(Kind.BUTTON_BORDER, 2.5),
            Map.entry(Kind.LINK, 2.2),
            Map.entry(Kind.HEADER, 4.0),
            Map.entry(Kind.CHIP, 1.8),
            Map.entry(Kind.HERO, 1.6),
            Map.entry(Kind.ICON, 1.5),
            Map.entry(Kind.SECTION, 1.2),
            Map.entry(Kind.HEADING, 1.2),
            Map.entry(Kind.NAV_LINK, 1.0),
            Map.entry(Kind.FOOTER, 0.6),
            Map.entry(Kind.TEXT, 0.5),
            Map.entry(Kind.SURFACE, 0.5),
            Map.entry(Kind.BORDER, 0.4),
            Map.entry(Kind.BUTTON_TEXT, 0.3)));

    private Score() {}

    /** For being the brand's colour. */
    static double primary(Cluster cluster) {
        double chroma = chroma(cluster);
        double score = chroma * painted(cluster) + declared(cluster) * Math.max(0.4, chroma);
        boolean state = Tokens.isState(cluster.declared(), cluster.hex()) || cluster.isMostlyMessages();
        return state && !isVouched(cluster) ? score / 2 : score;
    }

    /** Whether it is a framework's, and nothing says that somebody chose it. */
    static boolean isDefault(Cluster cluster) {
        return Tokens.isDefault(cluster.hex()) && !isVouched(cluster);
    }

    private static boolean isVouched(Cluster cluster) {
        return cluster.inLogo() || cluster.declared().contains("theme-color");
    }

    /** For being the second colour: large surfaces count more, and buttons no more than they. */
    static double secondary(Cluster cluster) {
        double score = 0;
        for (var place : cluster.places().entrySet()) {
            double weight = switch (place.getKey()) {
                case HEADER, SECTION, FOOTER, HEADING -> 2 * PRIMARY.get(place.getKey());
                case BUTTON -> PRIMARY.get(place.getKey()) / 2;
                default -> PRIMARY.get(place.getKey());
            };
            score += weight * place.getValue().weight();
        }
        boolean named = cluster.declared().stream().anyMatch(name -> name.contains("secondary"));
        return chroma(cluster) * (score + (named && cluster.isPainted() ? TOKEN : 0));
    }

    /** What speaks for a grey as the brand: what people press, and the logo. Without regard to its chroma. */
    static double identity(Cluster cluster) {
        return PRIMARY.get(Kind.BUTTON) * cluster.place(Kind.BUTTON).weight()
                + PRIMARY.get(Kind.LOGO) * cluster.place(Kind.LOGO).weight()
                + (cluster.inLogo() ? LOGO : 0)
                + TOKEN * Tokens.strength(cluster.declared(), cluster.hex());
    }

    private static double painted(Cluster cluster) {
        double score = 0;
        for (var place : cluster.places().entrySet()) {
            boolean browsers = cluster.hex().value().equals(BROWSERS_LINK)
                    && (place.getKey() == Kind.LINK || place.getKey() == Kind.NAV_LINK);
            score += browsers
                    ? 0
                    : PRIMARY.get(place.getKey()) * place.getValue().weight();
        }
        return score;
    }

    private static double declared(Cluster cluster) {
        double token = Tokens.strength(cluster.declared(), cluster.hex());
        double score = TOKEN * token;
        if (cluster.declared().contains("theme-color")
                || cluster.declared().contains("manifest")
                || cluster.declared().contains("mask-icon")) {
            score += THEME_COLOUR;
        }
        if (cluster.inLogo()) {
            score += LOGO;
        }
        return score * (cluster.isPainted() ? 1 : cluster.inLogo() ? 0.6 : token == 1 ? NAMED : UNPAINTED);
    }

    static double chroma(Cluster cluster) {
        return Math.clamp(cluster.colour().chroma() / FULL_CHROMA, 0.12, 1);
    }
}
